import { describe, expect, test } from 'vitest';
import { MyAssignmentsDocument } from '../generated/graphql.ts';
import { aWaitingStory, review, storyAt, storyId } from '../kit/a-waiting-story.ts';
import { aWeek } from '../kit/a-week.ts';
import { type Answerer, anAnswerer } from '../kit/an-answerer.ts';

const hour = 3_600_000;
const stateOf = ({ memory }: Answerer) => structuredClone([memory.learners, memory.assignments]);

describe('a review', () => {
  test('that passes marks the answer, with a note that the learner sees', async () => {
    const answerer = await aWaitingStory();
    const { data, errors } = await review(answerer, { note: '  Well told.\n' });
    expect(errors).toEqual([]);
    expect(data?.reviewSubmission).toEqual({
      id: storyId,
      challengeId: 'review',
      answer: 'A story.',
      mark: 'PASSED',
      note: 'Well told.',
      submittedAt: '2026-10-28T10:00:00.000Z',
    });
    const { data: page } = await answerer.ask(MyAssignmentsDocument, {}, 'owner');
    expect(page?.me).toMatchObject({ level: { id: 'curious' }, progress: { passed: 1 } });
    expect(page?.me?.assignments.edges.at(-1)?.node).toMatchObject({
      week: '2026-W44',
      outcome: 'PASSED',
      submissions: [{ mark: 'PASSED', note: 'Well told.' }],
    });
  });

  test('keeps the week in the streak, as a pass of its time, however late it comes', async () => {
    const answerer = await aWaitingStory();
    const { submit, clock, owner } = answerer;
    clock.set(storyAt);
    for (const [challengeId, answer] of [
      ['report', 'Done.'],
      ['choice', 'left'],
      ['text', 'Paris'],
      ['number', '8'],
    ] as const) {
      clock.advance(7 * 24 * hour);
      await submit(challengeId, answer);
    }
    const streakOf = async () => (await answerer.ask(MyAssignmentsDocument, {}, 'owner')).data?.me?.streakWeeks;
    expect(await streakOf()).toBe(4);
    clock.advance(100 * 24 * hour);
    await review(answerer, {});
    expect(await streakOf()).toBe(5);
    expect(owner().weeks['2026-W44']?.answeredAt).toEqual(new Date(storyAt));
  });

  test('that passes moves the level as a pass at submission time would have', async () => {
    const answerer = await aWaitingStory();
    await answerer.submit('number', '8');
    expect(answerer.owner()).toMatchObject({ levelId: 'curious', passes: 1 });
    await review(answerer, {});
    expect(answerer.owner()).toMatchObject({ levelId: 'keen', passes: 0 });
    expect(answerer.memory.assignments.get('2026-W44_shopify-1001')?.submissions).toMatchObject([{ leveledUp: true }]);
  });

  test('moves a later pass to the level that it would have counted for, where the level was climbed meanwhile', async () => {
    const keen = { '2026-W47': aWeek('keen-number'), '2026-W48': aWeek('keen-review') };
    const weeks = { '2026-W44': aWeek('review'), '2026-W45': aWeek('number'), '2026-W46': aWeek('text'), ...keen };
    const answerer = await aWaitingStory({ weeks });
    const { submit, clock, owner } = answerer;
    await submit('number', '8');
    clock.advance(hour);
    // At the time it is of a level above the present one, and counts for nothing.
    await submit('keen-number', '8');
    expect(owner()).toMatchObject({ levelId: 'curious', passes: 1 });
    clock.advance(hour);
    await submit('text', 'Paris');
    expect(owner()).toMatchObject({ levelId: 'keen', passes: 0 });
    await review(answerer, {});
    // With the story, `number` was the second pass, and `keen-number` the first on the next level.
    expect(owner()).toMatchObject({ levelId: 'keen', passes: 1 });
  });

  test('of a level that the learner has left counts for the streak only', async () => {
    const answerer = await aWaitingStory({
      levelId: 'sharp',
      placement: { version: '1', levelId: 'sharp', placedAt: new Date(0) },
    });
    await review(answerer, {});
    expect(answerer.owner()).toMatchObject({
      levelId: 'sharp',
      passes: 0,
      weeks: { '2026-W44': { outcome: 'PASSED' } },
    });
  });

  test('that does not pass leaves the attempts that are left', async () => {
    const answerer = await aWaitingStory();
    const { data } = await review(answerer, { passed: false, note: 'Almost.' });
    expect(data?.reviewSubmission).toMatchObject({ mark: 'FAILED', note: 'Almost.' });
    expect(answerer.owner()).toMatchObject({ passes: 0, weeks: { '2026-W44': { outcome: 'OPEN', answeredAt: null } } });
    expect(await answerer.submit('review', 'Another.')).toMatchObject({
      submission: { id: '2026-W44_shopify-1001_2', mark: 'PENDING_REVIEW' },
      assignment: { outcome: 'PENDING_REVIEW', attemptsLeft: 3 },
    });
  });

  test('that does not pass the fifth answer ends the assignment', async () => {
    const answerer = await aWaitingStory();
    for (const number of [1, 2, 3, 4]) {
      await review(answerer, { id: `2026-W44_shopify-1001_${number}`, passed: false });
      answerer.clock.advance(hour);
      expect(await answerer.submit('review', `Story ${number}.`)).toMatchObject({
        assignment: { outcome: 'PENDING_REVIEW', attemptsLeft: 4 - number },
      });
    }
    await review(answerer, { id: '2026-W44_shopify-1001_5', passed: false });
    expect(answerer.owner().weeks['2026-W44']?.outcome).toBe('FAILED');
    expect(await answerer.submit('review', 'Sixth.')).toMatchObject({ __typename: 'AttemptsExhaustedError' });
  });

  test('keeps the cool-down after the submission, not after the review', async () => {
    const answerer = anAnswerer();
    await answerer.submit('review', 'A story.');
    await review(answerer, { passed: false });
    expect(await answerer.submit('review', 'Another.')).toMatchObject({
      __typename: 'TooSoonError',
      nextAttemptAt: '2026-11-25T10:01:00.000Z',
    });
  });

  test('counts also for who is no longer entitled', async () => {
    const answerer = await aWaitingStory();
    answerer.change({ customer: { entitled: false } });
    await review(answerer, {});
    expect(answerer.owner()).toMatchObject({ passes: 1, weeks: { '2026-W44': { outcome: 'PASSED' } } });
  });

  test.each([true, false])(
    'happens once: a second one is refused, whatever it says (%s), and changes nothing',
    async (passed) => {
      const answerer = await aWaitingStory();
      await review(answerer, { passed: true, note: 'First.' });
      const before = stateOf(answerer);
      const { data, errors } = await review(answerer, { passed, note: 'Second.' });
      expect(data).toBeNull();
      expect(errors).toMatchObject([
        {
          message: 'id must be a submission that waits for its review; this one is marked.',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]);
      expect(stateOf(answerer)).toEqual(before);
    },
  );
});
