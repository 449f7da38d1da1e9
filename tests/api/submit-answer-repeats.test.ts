import { describe, expect, test } from 'vitest';
import { ReviewSubmissionDocument } from '../generated/graphql.ts';
import { anAnswerer } from '../kit/an-answerer.ts';

const hour = 3_600_000;

describe('a repeated idempotencyKey', () => {
  test('with the same answer gives the first result, whatever became of the assignment since, and writes nothing', async () => {
    const { submit, clock, change, memory } = anAnswerer();
    const first = await submit('number', '1', 'first');
    expect(await submit('number', '1', 'first')).toEqual(first);
    for (const answer of ['2', '3', '4', '5']) {
      clock.advance(hour);
      await submit('number', answer);
    }
    change({ customer: { entitled: false } });
    memory.written.length = 0;
    const repeated = await submit('number', '1', 'first');
    expect(repeated).toMatchObject({
      __typename: 'SubmitAnswerSuccess',
      submission: 'submission' in first ? first.submission : null,
      leveledUp: false,
      assignment: { outcome: 'FAILED', attemptsLeft: 0 },
    });
    expect(memory.written).toEqual([]);
  });

  test('repeats also that the answer moved the learner up, after the pass and after all else', async () => {
    const { submit, clock, memory } = anAnswerer();
    await submit('text', 'Paris');
    const first = await submit('number', '8', 'climbing');
    expect(first).toMatchObject({ leveledUp: true });
    expect(await submit('number', '8', 'climbing')).toEqual(first);
    clock.advance(30 * 24 * hour);
    await submit('choice', 'left');
    memory.written.length = 0;
    expect(await submit('number', '8', 'climbing')).toMatchObject({
      leveledUp: true,
      submission: { mark: 'PASSED', submittedAt: '2026-11-25T10:00:00.000Z' },
    });
    expect(memory.written).toEqual([]);
  });

  test('within the cool-down is answered as the first was, not as too soon', async () => {
    const { submit } = anAnswerer();
    const first = await submit('number', '1', 'once');
    expect(await submit('number', '1', 'once')).toEqual(first);
    expect(await submit('number', '1', 'twice')).toMatchObject({ __typename: 'TooSoonError' });
  });

  test('with another answer is a conflict, changes nothing, and does not say what was answered first', async () => {
    const { submit, memory, clock } = anAnswerer();
    await submit('number', '1234', 'once');
    memory.written.length = 0;
    clock.advance(hour);
    for (const answer of ['8', '1234 ', '', 'x'.repeat(10_001)]) {
      expect(await submit('number', answer, 'once')).toEqual({
        __typename: 'IdempotencyConflictError',
        message: 'idempotencyKey was used for another answer; each answer needs its own.',
      });
    }
    expect(memory.written).toEqual([]);
  });

  test('counts within one assignment: the same key answers another challenge too', async () => {
    const { submit } = anAnswerer();
    await submit('number', '8', 'same');
    expect(await submit('text', '8', 'same')).toMatchObject({
      submission: { id: '2026-W47_shopify-1001_1', mark: 'FAILED' },
    });
  });

  test('gives the mark of the review, once there is one', async () => {
    const { submit, ask, memory } = anAnswerer();
    const first = await submit('review', 'A story.', 'story');
    expect(await submit('review', 'A story.', 'story')).toEqual(first);
    const review = { id: '2026-W44_shopify-1001_1', passed: true, note: 'Lovely.' };
    expect((await ask(ReviewSubmissionDocument, review, 'editor')).errors).toEqual([]);
    memory.written.length = 0;
    expect(await submit('review', 'A story.', 'story')).toMatchObject({
      submission: { mark: 'PASSED', note: 'Lovely.' },
      assignment: { outcome: 'PASSED' },
    });
    expect(memory.written).toEqual([]);
  });

  test('of an answer that was refused is free again: nothing was taken under it', async () => {
    const { submit, clock } = anAnswerer();
    expect(await submit('number', 'eight', 'free')).toMatchObject({ __typename: 'InvalidAnswerError' });
    expect(await submit('number', '7', 'free')).toMatchObject({ submission: { mark: 'FAILED' } });
    expect(await submit('number', '8', 'later')).toMatchObject({ __typename: 'TooSoonError' });
    clock.advance(hour);
    expect(await submit('number', '8', 'later')).toMatchObject({ submission: { mark: 'PASSED' } });
  });
});
