// The API over stores in memory, with sessions by name.
import { createApi } from '../../functions/api/server.ts';
import type { Config } from '../../functions/config.ts';
import { AppError } from '../../functions/errors.ts';
import { linkTokens } from '../../functions/mail/link-token.ts';
import type { Services } from '../../functions/services.ts';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { type FakeMailer, fakeMailer } from './fake-mailer.ts';
import { type FakeQueue, fakeQueue } from './fake-queue.ts';
import { type Memory, memoryStores } from './memory-stores.ts';
import { testConfig } from './test-config.ts';

/** What an ID token says, for each session that tests speak of. */
const sessions = {
  owner: { uid: 'shopify-1001', provider: 'custom', email: null, emailVerified: false, roles: [] },
  otherLearner: { uid: 'shopify-1002', provider: 'custom', email: null, emailVerified: false, roles: [] },
  operatorByLink: {
    uid: 'shopify-1003',
    provider: 'custom',
    email: 'operator@example.com',
    emailVerified: true,
    roles: ['operator', 'editor', 'admin'],
  },
  learnerByGoogle: {
    uid: 'shopify-1001',
    provider: 'google.com',
    email: 'ada@example.com',
    emailVerified: true,
    roles: [],
  },
  editor: {
    uid: 'staff-editor',
    provider: 'google.com',
    email: 'Editor@example.com',
    emailVerified: true,
    roles: ['editor'],
  },
  operator: {
    uid: 'staff-operator',
    provider: 'google.com',
    email: 'Operator@example.com',
    emailVerified: true,
    roles: ['operator'],
  },
  admin: {
    uid: 'staff-admin',
    provider: 'google.com',
    email: 'Admin@example.com',
    emailVerified: true,
    roles: ['admin'],
  },
  unverifiedOperator: {
    uid: 'staff-new',
    provider: 'google.com',
    email: 'new@example.com',
    emailVerified: false,
    roles: ['operator'],
  },
  passwordOperator: {
    uid: 'staff-old',
    provider: 'password',
    email: 'old@example.com',
    emailVerified: true,
    roles: ['operator'],
  },
} satisfies Record<string, Awaited<ReturnType<Awaited<ReturnType<Services['identity']>>['verify']>>>;

export type SessionName = keyof typeof sessions | 'stranger';

type Answer<Data> = {
  status: number;
  data: Data | null;
  errors: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
};

export type TestApi = {
  memory: Memory;
  services: Services;
  clock: FakeClock;
  queue: FakeQueue;
  mailer: FakeMailer;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  ask<Data, Variables>(
    document: TypedDocumentString<Data, Variables> | string,
    variables: Variables,
    as: SessionName,
  ): Promise<Answer<Data>>;
};

/** Wednesday of 2026-W48 unless told otherwise. */
export function anApi(
  content: Partial<Memory> = {},
  options: { explorer?: boolean; start?: string; config?: Partial<Config> } = {},
): TestApi {
  const { memory, stores } = memoryStores(content);
  const clock = fakeClock(options.start ?? '2026-11-25T10:00:00Z');
  const queue = fakeQueue();
  const mailer = fakeMailer();
  const config = testConfig(options.config);
  const unused = async () => {
    throw new Error('The API does not reach that far.');
  };
  const services: Services = {
    clock,
    config,
    stores: async () => stores,
    queue: async () => queue,
    mailer: async () => mailer,
    shop: unused,
    linkTokens: async () => linkTokens({ keys: config.linkKeys, clock }),
    identity: async () => ({
      customToken: async (id) => `custom-token-of-${id}`,
      verify: async (token) => claimsOf(token),
    }),
  };
  const api = createApi(services, { explorer: options.explorer ?? false });
  const fetch = async (path: string, init?: RequestInit) =>
    api.fetch(new Request(`http://127.0.0.1:5000${path}`, init));
  return {
    memory,
    services,
    clock,
    queue,
    mailer,
    fetch,
    async ask<Data, Variables>(
      document: TypedDocumentString<Data, Variables> | string,
      variables: Variables,
      as: SessionName,
    ) {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization(as) },
        body: JSON.stringify({ query: document.toString(), variables }),
      });
      const body = (await response.json()) as { data?: Data; errors?: Answer<Data>['errors'] };
      return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
    },
  };
}

function authorization(as: SessionName): Record<string, string> {
  return as === 'stranger' ? {} : { authorization: `Bearer ${as}.id.token` };
}

function claimsOf(token: string) {
  const name = token.split('.')[0] ?? '';
  const claims = Object.entries(sessions).find(([session]) => session === name)?.[1];
  if (claims === undefined)
    throw new AppError('UNAUTHENTICATED', 'The ID token is not valid, or no longer. Sign in again.');
  return claims;
}
