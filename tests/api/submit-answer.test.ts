import { describe, expect, test } from 'vitest';
import { MyAssignmentsDocument, SubmitAnswerDocument } from '../generated/graphql.ts';
import { anAnswerer } from '../kit/an-answerer.ts';

const minutes = (count: number) => count * 60_000;

describe('an answer', () => {
  test('is marked, counted and shown at once, with the assignment and the learner as they are afterwards', async () => {
    const { submit, memory } = anAnswerer();
    expect(await submit('number', '7')).toMatchObject({
      __typename: 'SubmitAnswerSuccess',
      submission: {
        id: '2026-W48_shopify-1001_1',
        challengeId: 'number',
        answer: '7',
        mark: 'FAILED',
        note: null,
        submittedAt: '2026-11-25T10:00:00.000Z',
      },
      assignment: {
        id: '2026-W48_shopify-1001',
        week: '2026-W48',
        outcome: 'OPEN',
        attemptsLeft: 4,
        nextAttemptAt: '2026-11-25T10:01:00.000Z',
        submissions: [{ id: '2026-W48_shopify-1001_1' }],
      },
      learner: { id: 'shopify-1001', level: { id: 'curious' }, progress: { passed: 0, needed: 2 }, streakWeeks: 0 },
      leveledUp: false,
    });
    expect([...memory.assignments.keys()]).toEqual(['2026-W48_shopify-1001']);
  });

  test('that passes counts for level and streak', async () => {
    const { submit, owner } = anAnswerer();
    expect(await submit('number', ' 8 ')).toMatchObject({
      submission: { mark: 'PASSED' },
      assignment: { outcome: 'PASSED', attemptsLeft: 4, nextAttemptAt: null },
      learner: { progress: { passed: 1 }, streakWeeks: 1 },
      leveledUp: false,
    });
    expect(owner()).toMatchObject({
      levelId: 'curious',
      passes: 1,
      firstSubmittedAt: new Date('2026-11-25T10:00:00Z'),
      weeks: { '2026-W48': { outcome: 'PASSED', answeredAt: new Date('2026-11-25T10:00:00Z') } },
    });
  });

  test.each([
    ['text', ' paris. ', 'PASSED'],
    ['text', 'London', 'FAILED'],
    ['choice', 'left', 'PASSED'],
    ['choice', 'right', 'FAILED'],
    ['report', 'I did it.', 'PASSED'],
    ['review', 'A long story.', 'PENDING_REVIEW'],
    ['number', '8,0', 'PASSED'],
  ])('to %s is graded by its kind: %j is %s', async (challengeId, answer, mark) => {
    expect(await anAnswerer().submit(challengeId, answer)).toMatchObject({ submission: { mark } });
  });

  test('records the revision it was graded against, and a later edit changes no mark that was given', async () => {
    const { submit, memory, clock } = anAnswerer();
    await submit('number', '9');
    const known = memory.catalogue.challenges.get('number');
    if (known === undefined) throw new Error('No such challenge.');
    const edited = { ...known, accepted: ['9'], revision: 8 };
    memory.catalogue = { ...memory.catalogue, challenges: new Map(memory.catalogue.challenges).set('number', edited) };
    clock.advance(minutes(1));
    expect(await submit('number', '9')).toMatchObject({ submission: { mark: 'PASSED' } });
    expect(memory.assignments.get('2026-W48_shopify-1001')?.submissions).toMatchObject([
      { mark: 'FAILED', revision: 7 },
      { mark: 'PASSED', revision: 8 },
    ]);
  });

  test('levels up exactly when it is the last of the passes that the level asks for', async () => {
    const { submit, owner } = anAnswerer();
    expect(await submit('number', '8')).toMatchObject({ leveledUp: false, learner: { level: { id: 'curious' } } });
    expect(await submit('text', 'Paris')).toMatchObject({
      leveledUp: true,
      learner: { level: { id: 'keen' }, progress: { passed: 0, needed: 2 } },
    });
    expect(await submit('choice', 'left')).toMatchObject({ leveledUp: false, learner: { level: { id: 'keen' } } });
    expect(owner()).toMatchObject({ levelId: 'keen', passes: 0 });
  });

  test('to an old week is taken while entitled, also of a challenge that was archived since it was given', async () => {
    const { submit } = anAnswerer({}, { text: { archivedAt: new Date('2026-11-20T00:00:00Z') } });
    expect(await submit('text', 'Paris')).toMatchObject({
      __typename: 'SubmitAnswerSuccess',
      assignment: { week: '2026-W47', outcome: 'PASSED' },
    });
  });
});

describe('attempts', () => {
  test('are five, with 1, 5, 15 and 60 minutes between them by the clock, to the millisecond', async () => {
    const { submit, clock, memory } = anAnswerer();
    for (const [at, wait] of [1, 5, 15, 60].entries()) {
      expect(await submit('number', `${at}`)).toMatchObject({ assignment: { outcome: 'OPEN', attemptsLeft: 4 - at } });
      const next = new Date(clock.now().getTime() + minutes(wait)).toISOString();
      clock.advance(minutes(wait) - 1);
      expect(await submit('number', '8')).toEqual({
        __typename: 'TooSoonError',
        message: 'The next attempt may be made in 1 minute.',
        nextAttemptAt: next,
      });
      clock.advance(1);
    }
    expect(await submit('number', '5')).toMatchObject({
      assignment: { outcome: 'FAILED', attemptsLeft: 0, nextAttemptAt: null },
    });
    clock.advance(minutes(100));
    expect(await submit('number', '8')).toEqual({
      __typename: 'AttemptsExhaustedError',
      message: 'All 5 attempts at this challenge are used up.',
    });
    expect(memory.assignments.get('2026-W48_shopify-1001')?.submissions).toHaveLength(5);
  });

  test('too soon says in whole minutes when', async () => {
    const { submit, clock } = anAnswerer();
    await submit('number', '1');
    clock.advance(minutes(1));
    await submit('number', '2');
    clock.advance(1);
    expect(await submit('number', '3')).toMatchObject({ message: 'The next attempt may be made in 5 minutes.' });
  });

  test('of one challenge do not hold up another', async () => {
    const { submit } = anAnswerer();
    await submit('number', '1');
    expect(await submit('text', 'London')).toMatchObject({ assignment: { attemptsLeft: 4 } });
  });

  test('end with the pass', async () => {
    const { submit, owner, memory } = anAnswerer();
    await submit('number', '8');
    const before = [owner(), memory.assignments.get('2026-W48_shopify-1001')];
    expect(await submit('number', '8')).toEqual({
      __typename: 'AlreadyPassedError',
      message: 'You have passed this challenge already.',
    });
    expect([owner(), memory.assignments.get('2026-W48_shopify-1001')]).toEqual(before);
  });

  test('wait while an answer waits for its review', async () => {
    const { submit, clock } = anAnswerer();
    await submit('review', 'A story.');
    clock.advance(minutes(10_000));
    expect(await submit('review', 'Another.')).toEqual({
      __typename: 'AttemptsExhaustedError',
      message: 'Your answer is waiting for its review. If it does not pass, you can answer again.',
    });
  });
});

describe('who is no longer entitled', () => {
  test('cannot submit and sees the history', async () => {
    const { submit, change, ask, memory } = anAnswerer();
    await submit('number', '7');
    change({ customer: { entitled: false } });
    memory.written.length = 0;
    for (const challengeId of ['number', 'text']) {
      expect(await submit(challengeId, '8')).toEqual({
        __typename: 'NotEntitledError',
        message: 'You no longer have the weekly challenge, so no answers are taken. Your history stays here.',
      });
    }
    expect(memory.written).toEqual([]);
    const { data } = await ask(MyAssignmentsDocument, {}, 'owner');
    expect(data?.me?.assignments.edges).toHaveLength(5);
    expect(data?.me?.assignments.edges[0]?.node.submissions).toMatchObject([{ answer: '7', mark: 'FAILED' }]);
  });
});

describe('who may submit', () => {
  test.each(['stranger', 'editor', 'operator', 'admin', 'learnerByGoogle'] as const)(
    'a session of kind %s may not, and nothing is written',
    async (session) => {
      const { ask, memory } = anAnswerer();
      const variables = { challengeId: 'number', answer: '8', idempotencyKey: 'a' };
      const { errors } = await ask(SubmitAnswerDocument, variables, session);
      expect(errors).toMatchObject([
        { extensions: { code: session === 'stranger' ? 'UNAUTHENTICATED' : 'FORBIDDEN' } },
      ]);
      expect(memory.written).toEqual([]);
    },
  );

  test('a session whose learner is gone is told so', async () => {
    const variables = { challengeId: 'number', answer: '8', idempotencyKey: 'a' };
    const { errors } = await anAnswerer().ask(SubmitAnswerDocument, variables, 'otherLearner');
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});
