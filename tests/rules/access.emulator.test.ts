// Every collection, by everyone, in every way: the rules against the table.
import {
  assertFails,
  assertSucceeds,
  type RulesTestContext,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectations } from './expectation.ts';
import { clientOf, ownerId, people } from './people.ts';
import { rulesEnvironment } from './rules-environment.ts';

const run = 'weeklyRuns/2026-W48';
const documents: Record<string, { parent: string; id: string; data: Record<string, unknown> }> = {
  levels: { parent: 'levels', id: 'curious', data: { order: 1 } },
  questionnaires: { parent: 'questionnaires', id: 'v1', data: { questions: [] } },
  challenges: { parent: 'challenges', id: 'snail-in-the-well', data: { accepted: ['8'] } },
  learners: { parent: 'learners', id: ownerId, data: { id: ownerId, learnerId: ownerId } },
  assignments: { parent: 'assignments', id: `2026-W48_${ownerId}`, data: { learnerId: ownerId, week: '2026-W48' } },
  weeklyRuns: { parent: 'weeklyRuns', id: '2026-W48', data: { week: '2026-W48', state: 'sending' } },
  pages: { parent: `${run}/pages`, id: '1-000001', data: { customerIds: ['1001'] } },
  batches: { parent: `${run}/batches`, id: '000001', data: { number: 1, outcomes: {} } },
  // The owner's id stands in all of these too: were the owner's rule too wide, this would show it.
  contentPushes: { parent: 'contentPushes', id: 'last', data: { learnerId: ownerId } },
  suppressions: { parent: 'suppressions', id: 'a-hash', data: { reason: 'BOUNCE', learnerId: ownerId } },
  erased: { parent: 'erased', id: 'a-hash', data: { learnerId: ownerId } },
  receivedEvents: { parent: 'receivedEvents', id: 'shopify-1', data: { learnerId: ownerId } },
  deliveries: { parent: 'deliveries', id: `2026-W48_${ownerId}`, data: { learnerId: ownerId, week: '2026-W48' } },
  alerts: { parent: 'alerts', id: 'RUN_PAUSED_2026-W48', data: { learnerId: ownerId } },
  settings: { parent: 'settings', id: 'environment', data: { learnerId: ownerId } },
};

let environment: RulesTestEnvironment;
const clients = new Map<string, ReturnType<RulesTestContext['firestore']>>();

beforeAll(async () => {
  environment = await rulesEnvironment('demo-rules-access');
  for (const person of people) clients.set(person, clientOf(environment, person).firestore());
  await environment.withSecurityRulesDisabled(async (context) => {
    for (const { parent, id, data } of Object.values(documents)) {
      await context.firestore().doc(`${parent}/${id}`).set(data);
      // Another to delete, so that a rule that lets somebody delete spoils no other test.
      await context.firestore().doc(`${parent}/doomed`).set(data);
    }
  });
});

afterAll(async () => {
  await environment.clearFirestore();
  await environment.cleanup();
});

/** One operation of one person, as Firestore answers it. */
function attempt(collection: string, person: string, operation: string): Promise<unknown> {
  const document = documents[collection];
  const within = clients.get(person)?.collection(document?.parent ?? '');
  if (document === undefined || within === undefined) throw new Error(`Not set up: ${collection} by ${person}`);
  switch (operation) {
    case 'get':
      return within.doc(document.id).get();
    case 'list':
      return within.limit(1).get();
    case 'create':
      return within.doc(`new-by-${person.replaceAll(' ', '-')}`).set(document.data);
    case 'update':
      return within.doc(document.id).update({ touched: true });
    case 'delete':
      return within.doc('doomed').delete();
    default:
      throw new Error(`No such operation: ${operation}`);
  }
}

const operations = ['get', 'list', 'create', 'update', 'delete'];
const cases = expectations.flatMap(({ collection, person, allowed }) =>
  operations.map((operation) => ({ row: [person, operation, collection] as const, may: allowed.includes(operation) })),
);
const granted = cases.filter(({ may }) => may).map(({ row }) => row);
const refused = cases.filter(({ may }) => !may).map(({ row }) => row);

describe('the rules', () => {
  it('are tried on every collection by everyone in every way', () => {
    expect([...new Set(expectations.map(({ collection }) => collection))]).toEqual(Object.keys(documents));
    expect(new Set(expectations.map(({ person }) => person))).toEqual(new Set(people));
    expect([granted.length, refused.length]).toEqual([5, 15 * 9 * 5 - 5]);
  });

  it.each(granted)('let the %s %s in %s', async (person, operation, collection) => {
    await assertSucceeds(attempt(collection, person, operation));
  });

  it.each(refused)('do not let the %s %s in %s', async (person, operation, collection) => {
    await assertFails(attempt(collection, person, operation));
  });
});
