// Every query that a store can send: each method once, or the note that it goes by ids alone.
import type { Stores } from '../../functions/stores.ts';
import { aLevel } from '../kit/a-level.ts';

type Line<Method> = Method extends (...parameters: infer Parameters) => Promise<unknown> ? Parameters | 'by id' : never;

/** A method that is added to a store and not here is a type error. */
type Lines = { [Name in keyof Stores]: { [Method in keyof Stores[Name]]: Line<Stores[Name][Method]> } };

/** The learner that must be there before: some methods query only for what they read of it. */
export const askedLearnerId = 'shopify-1001';

const lines: Lines = {
  learners: {
    get: 'by id',
    getAll: 'by id',
    pageAfter: ['shopify-1', 10],
    withAddresses: [['ada@example.com']],
    countEntitled: ['shopify-1', 'shopify-2'],
    entitledIds: ['shopify-1', 'shopify-2', 10],
    saveSynced: 'by id',
    change: 'by id',
  },
  assignments: { withLearner: 'by id', ofWeeks: 'by id', change: 'by id', toReview: [null, 10] },
  content: {
    catalogue: [],
    freshCatalogue: [],
    questionnaire: [],
    everyLevel: [],
    everyChallenge: [],
    challenge: 'by id',
    saveLevel: 'by id',
    saveChallenge: 'by id',
    saveQuestionnaire: 'by id',
    changeLevel: [() => aLevel()],
    changeChallenge: 'by id',
  },
  runs: { get: 'by id', list: [10], active: [], createOnce: 'by id', addCost: 'by id', change: 'by id' },
  pages: { get: 'by id', ofWalk: ['2026-W48', 1], last: ['2026-W48'], saveOnce: 'by id' },
  batches: {
    get: 'by id',
    last: ['2026-W48'],
    all: ['2026-W48'],
    tallies: ['2026-W48'],
    books: ['2026-W48'],
    acceptedCount: ['2026-W48'],
    containing: ['2026-W48', 'shopify-1001'],
    freeze: 'by id',
    settle: 'by id',
    closePlan: 'by id',
    commit: 'by id',
    commitLocked: 'by id',
  },
  // Its query needs a learner to begin with, which the test of the indexes gives it.
  wishes: { change: [askedLearnerId, () => ({ learners: [], suppression: 'keep' })] },
  suppressions: { getAll: 'by id', suppress: 'by id' },
  deliveries: {
    merge: 'by id',
    getAll: 'by id',
    hardBounces: ['2026-W48'],
    complaints: [['2026-W47', '2026-W48']],
  },
  environment: { claim: 'by id' },
  alerts: { claim: 'by id', mark: 'by id' },
};

/** Calls each method that sends a query, as `store.method`. */
export function storeQueries(stores: Stores): { name: string; call: () => Promise<unknown> }[] {
  return Object.entries(lines).flatMap(([store, methods]) =>
    Object.entries(methods).flatMap(([method, parameters]) => {
      if (parameters === 'by id') return [];
      const found: unknown = Reflect.get(Reflect.get(stores, store), method);
      if (typeof found !== 'function') throw new Error(`There is no ${store}.${method}.`);
      return [{ name: `${store}.${method}`, call: () => found.apply(Reflect.get(stores, store), parameters) }];
    }),
  );
}
