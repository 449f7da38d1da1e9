import fc from 'fast-check';
import { type GraphQLField, getNamedType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import type { AssignmentRecord } from '../../functions/assignments/assignment-record.ts';
import type { Learner } from '../../functions/learners/learner.ts';
import { addWeeks } from '../../functions/week.ts';
import { schema } from '../../schema/index.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';
import { anApi } from '../kit/an-api.ts';

const learnerId = 'shopify-1001';
const newest = '2026-W48';

test('whatever a learner asks of themselves costs at most two calls, and any other root field one at most', async () => {
  let mostAssignments = 0;
  let mostCalls = 0;
  await fc.assert(
    fc.asyncProperty(queries, histories, async ({ query, others }, learner) => {
      const { api, calls } = countedApi(learner);
      const { data, errors } = await api.ask<{ me: unknown }, object>(query, {}, 'owner');
      expect(errors).toEqual([]);
      expect(data?.me).toBeTypeOf('object');
      expect(calls.length, calls.join(' ')).toBeLessThanOrEqual(2 + others);
      mostAssignments = Math.max(mostAssignments, JSON.stringify(data).split('"submissions"').length - 1);
      if (others === 0) mostCalls = Math.max(mostCalls, calls.length);
    }),
    { numRuns: 100 },
  );
  // The selections did ask for what tempts a resolver to read one by one.
  expect(mostAssignments).toBeGreaterThan(10);
  expect(mostCalls).toBe(2);
}, 30_000);

/** Weeks with and without a challenge, some of them answered, some with a challenge that is no longer there. */
const histories = fc
  .array(fc.constantFrom('challenge', 'answered', 'questionnaire', 'lost', 'paused'), { maxLength: 40, size: 'max' })
  .map((weeks) => {
    const kinds = weeks.map((kind, ago) => [addWeeks(newest, -ago), kind] as const);
    const released = { releasedAt: new Date(0), outcome: 'OPEN' as const, answeredAt: null };
    const given = kinds.flatMap(([week, kind]) => {
      if (kind === 'paused') return [];
      const challengeId = kind === 'questionnaire' ? null : kind === 'lost' ? 'lost' : challengeIdOf(week);
      return [[week, { ...released, challengeId }] as const];
    });
    const answered = kinds.flatMap(([week, kind]) => (kind === 'answered' ? week : []));
    return { weeks: Object.fromEntries(given), answered };
  });

type History = { weeks: Learner['weeks']; answered: string[] };

/** What stands below a field: any of its fields, and of theirs; a page twice, with two lengths. */
function selections(typeName: string): fc.Arbitrary<string> {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) return fc.constant('');
  const fields = Object.values(type.getFields());
  return fc
    .constantFrom(1, Math.ceil(fields.length / 2), fields.length)
    .chain((minLength) => fc.subarray(fields, { minLength }))
    .chain((chosen) => fc.tuple(...chosen.map(askedField)))
    .map((asked) => `{ ${asked.join(' ')} }`);
}

function askedField(field: GraphQLField<unknown, unknown>): fc.Arbitrary<string> {
  const below = selections(getNamedType(field.type).name);
  if (!field.args.some(({ name }) => name === 'first')) return below.map((selection) => `${field.name} ${selection}`);
  const page = fc.tuple(fc.integer({ min: 1, max: 20 }), below);
  return fc
    .array(page, { minLength: 1, maxLength: 2 })
    .map((pages) => pages.map(([first, asked], at) => `page${at}: ${field.name}(first: ${first}) ${asked}`).join(' '));
}

/** `me` with other root fields: `others` are those that read what is the learner's. */
const queries = fc
  .record({
    me: selections('Learner'),
    free: fc.subarray(['levels { id order }', 'level(id: "curious") { name }', 'questionnaire { version }']),
    others: fc.subarray(['challenge(id: "of-2026-w48")', 'assignment(week: "2026-W40")']),
    challenge: selections('Challenge'),
    assignment: selections('Assignment'),
  })
  .map(({ me, free, others, challenge, assignment }) => {
    const asked = others.map((field) => `${field} ${field.startsWith('challenge') ? challenge : assignment}`);
    return { query: `{ me ${me} ${[...free, ...asked].join(' ')} }`, others: others.length };
  });

/** Every method of the stores of learners and assignments is a call; levels and challenges are in an instance's cache. */
function countedApi({ weeks, answered }: History) {
  const given = Object.keys(weeks).map((week) => aChallenge({ id: challengeIdOf(week) }));
  const api = anApi({
    learners: new Map([[learnerId, aLearner({ id: learnerId, weeks })]]),
    assignments: new Map(answered.map((week) => [`${week}_${learnerId}`, recordOf(week)])),
    catalogue: {
      levels: [aLevel(), aLevel({ id: 'keen', order: 2 })],
      challenges: new Map(given.map((challenge) => [challenge.id, challenge])),
    },
    questionnaire: { version: '1', questions: [], thresholds: [] },
  });
  const { stores } = api.services;
  const calls: string[] = [];
  api.services.stores = async () => {
    const all = await stores();
    return { ...all, learners: counted(all.learners, calls), assignments: counted(all.assignments, calls) };
  };
  return { api, calls };
}

function counted<Store extends object>(store: Store, calls: string[]): Store {
  return new Proxy(store, {
    get: (methods, name) => {
      calls.push(String(name));
      return Reflect.get(methods, name);
    },
  });
}

function challengeIdOf(week: string): string {
  return `of-${week.toLowerCase()}`;
}

function recordOf(week: string): AssignmentRecord {
  const challengeId = challengeIdOf(week);
  const submission = {
    ...{ id: `${week}_${learnerId}_1`, challengeId, answer: '9', mark: 'FAILED' as const, note: null },
    ...{ submittedAt: new Date(0), revision: 1, leveledUp: false, idempotencyKey: week },
  };
  return { learnerId, week, challengeId, outcome: 'OPEN', submissions: [submission], toReviewSince: null };
}
