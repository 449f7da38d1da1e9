// The API over Firestore as an instance serves it, with a delay before each call and every call counted.
import { createApi } from '../../functions/api/server.ts';
import { cachedContent } from '../../functions/challenges/cached-content.ts';
import type { Services } from '../../functions/services.ts';
import type { Stores } from '../../functions/stores.ts';
import type { TypedDocumentString } from '../generated/graphql.ts';
import type { House } from './a-house.ts';
import { countedCalls } from './counted-calls.ts';

/** What a request cost: its calls by name, how many of them waited for another, and the documents that are billed. */
export type RequestCost = { calls: string[]; roundTrips: number; reads: number };

export type CountedApi = {
  /** Asks as a learner. Throws where the answer has an error. */
  ask<Data, Variables>(
    document: TypedDocumentString<Data, Variables> | string,
    variables: Variables,
    learnerId: string,
  ): Promise<{ data: Data; cost: RequestCost }>;
};

/** Another instance over the house's database, with a content cache of its own as `services.ts` builds it. */
export function aCountedApi(
  house: House,
  delayMilliseconds: number,
  replaced: (stores: Stores) => Partial<Stores> = () => ({}),
): CountedApi {
  const counted = countedCalls(delayMilliseconds);
  const instance = house.instance(counted);
  const content = cachedContent(instance.stores.content, house.clock);
  const stores: Stores = { ...instance.stores, content, ...replaced(instance.stores) };
  const services: Services = {
    ...instance.services,
    stores: async () => stores,
    identity: async () => ({
      customToken: async (id) => id,
      verify: async (token) => ({
        ...{ uid: token.split('.')[0] ?? '', provider: 'custom' },
        ...{ email: null, emailVerified: false, roles: [] },
      }),
    }),
  };
  const api = createApi(services, { explorer: false });
  return {
    async ask<Data, Variables>(
      document: TypedDocumentString<Data, Variables> | string,
      variables: Variables,
      learnerId: string,
    ) {
      counted.reset();
      const before = instance.billed.reads;
      const response = await api.fetch('http://127.0.0.1/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${learnerId}.id.token` },
        body: JSON.stringify({ query: document.toString(), variables }),
      });
      const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      const { calls, roundTrips } = counted;
      return { data, cost: { calls, roundTrips, reads: instance.billed.reads - before } };
    },
  };
}
