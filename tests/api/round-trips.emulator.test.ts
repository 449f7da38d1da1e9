import { expect, test } from 'vitest';
import type { AssignmentRecord } from '../../functions/assignments/assignment-record.ts';
import { addWeeks } from '../../functions/week.ts';
import { HomeDocument } from '../../web/generated/graphql.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aCountedApi, type CountedApi } from '../kit/a-counted-api.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';

const learnerId = 'shopify-1001';
const week = '2026-W48';
/** Real time before each call to Firestore: what calls wait for each other is seen in their count, never in the clock. */
const delayMilliseconds = 20;

const submissions = '{ id challengeId answer mark note submittedAt }';
const challenge = '{ id title bodyHtml answerKind choices level { id order name summary passesToAdvance } }';
const assignment = `{ id week outcome attemptsLeft nextAttemptAt challenge ${challenge} submissions ${submissions} }`;
const learner = `id firstName level { id order name } progress { passed needed nextLevel { id name } } streakWeeks
  mail { status pausedUntil } currentAssignment ${assignment}`;
const home = `{ me { ${learner} } levels { id order name summary passesToAdvance } }`;
const history = `{ me { assignments(first: 20) { edges { cursor node ${assignment} } pageInfo { hasNextPage } } } }`;
const both = `{ me { ${learner} assignments(first: 20) { edges { node ${assignment} } } } levels { id } }`;

type Me<Part> = { me: Part };
type Answered = { week: string; attemptsLeft: number; submissions: { answer: string }[] };
type Home = Me<{ currentAssignment: Answered | null }>;
type History = Me<{ assignments: { edges: { node: Answered }[] } }>;

test('the home query is one call that reads three documents', async () => {
  const api = await warm(await aHouseOf([week, addWeeks(week, -1), addWeeks(week, -2)]));
  const { data, cost } = await api.ask<Home, object>(home, {}, learnerId);
  expect(cost).toEqual({ calls: ['batchGetDocuments'], roundTrips: 1, reads: 3 });
  expect(data.me.currentAssignment).toMatchObject({ week, attemptsLeft: 4, submissions: [{ answer: `of ${week}` }] });
});

test.each([
  ['on a Monday before the mail', [addWeeks(week, -1), addWeeks(week, -2)]],
  ['of a learner without a week', []],
])('the home query %s is also one call that reads three documents', async (_when, weeks) => {
  const api = await warm(await aHouseOf(weeks));
  const { data, cost } = await api.ask<Home, object>(home, {}, learnerId);
  expect(cost).toEqual({ calls: ['batchGetDocuments'], roundTrips: 1, reads: 3 });
  expect(data.me.currentAssignment?.week).toBe(weeks[0]);
});

test('only where the newest assignment is older than the last week does the home query read one more', async () => {
  const api = await warm(await aHouseOf([addWeeks(week, -5), addWeeks(week, -6)]));
  const { data, cost } = await api.ask<Home, object>(home, {}, learnerId);
  expect(cost).toEqual({ calls: ['batchGetDocuments', 'batchGetDocuments'], roundTrips: 2, reads: 4 });
  expect(data.me.currentAssignment?.submissions).toEqual([expect.objectContaining({ answer: 'of 2026-W43' })]);
});

test('twenty assignments with all their submissions cost one call more, with or without the home query', async () => {
  const api = await warm(await aHouseOf(Array.from({ length: 30 }, (_, ago) => addWeeks(week, -ago))));
  for (const query of [history, both]) {
    const { data, cost } = await api.ask<History, object>(query, {}, learnerId);
    // The learner and two weeks, then the 18 others.
    expect(cost).toEqual({ calls: ['batchGetDocuments', 'batchGetDocuments'], roundTrips: 2, reads: 21 });
    const nodes = data.me.assignments.edges.map(({ node }) => node);
    expect(nodes).toHaveLength(20);
    for (const node of nodes) expect(node.submissions).toMatchObject([{ answer: `of ${node.week}` }]);
  }
});

test('what the page asks for when it opens costs one call and three reads, however long the history', async () => {
  const api = await warm(await aHouseOf(Array.from({ length: 30 }, (_, ago) => addWeeks(week, -ago))));
  const { cost } = await api.ask(HomeDocument.toString(), { week, weekNamed: false }, learnerId);
  expect(cost).toMatchObject({ calls: [expect.anything()], roundTrips: 1, reads: 3 });
});

test('requests that meet on a cold instance load levels and challenges once for all, beside their own call', async () => {
  const house = await aHouseOf([week]);
  const api = aCountedApi(house, delayMilliseconds);
  const homes = await Promise.all(Array.from({ length: 5 }, () => api.ask<Home, object>(home, {}, learnerId)));
  const { calls } = homes[0]?.cost ?? { calls: [] };
  expect(calls.toSorted()).toEqual([...Array(5).fill('batchGetDocuments'), 'runQuery', 'runQuery']);
});

/** A learner with a challenge, answered once, in each of these weeks. It is Wednesday of 2026-W48. */
async function aHouseOf(weeks: string[]): Promise<House> {
  const house = aHouse({ start: '2026-11-25T10:00:00Z' });
  const { content } = house.stores;
  await content.saveLevel(aLevel());
  await content.saveLevel(aLevel({ id: 'keen', order: 2, name: 'Keen' }));
  for (const at of weeks) await content.saveChallenge(aChallenge({ id: challengeIdOf(at) }));
  await house.saveLearners(aLearner({ id: learnerId, weeks: Object.fromEntries(weeks.map((at) => [at, got(at)])) }));
  const records = house.db.collection('assignments');
  for (const at of weeks) await records.doc(`${at}_${learnerId}`).set(recordOf(at));
  return house;
}

/** An instance that has levels and challenges in its cache. */
async function warm(house: House): Promise<CountedApi> {
  const api = aCountedApi(house, delayMilliseconds);
  await api.ask('{ levels { id } }', {}, learnerId);
  return api;
}

function challengeIdOf(at: string): string {
  return `of-${at.toLowerCase()}`;
}

function got(at: string) {
  const releasedAt = new Date('2026-01-05T08:10:00Z');
  return { challengeId: challengeIdOf(at), releasedAt, outcome: 'OPEN' as const, answeredAt: null };
}

function recordOf(at: string): AssignmentRecord {
  const challengeId = challengeIdOf(at);
  const submission = {
    id: `${at}_${learnerId}_1`,
    challengeId,
    answer: `of ${at}`,
    mark: 'FAILED' as const,
    note: null,
    submittedAt: new Date('2026-01-05T09:00:00Z'),
    revision: 1,
    leveledUp: false,
    idempotencyKey: `key-${at}`,
  };
  return { learnerId, week: at, challengeId, outcome: 'OPEN', submissions: [submission], toReviewSince: null };
}
