import { describe, expect, test } from 'vitest';
import { ReviewSubmissionDocument } from '../generated/graphql.ts';
import { aWaitingStory, review, storyId } from '../kit/a-waiting-story.ts';

describe('a review that is no good', () => {
  test.each([
    ['of a number that is not there', '2026-W44_shopify-1001_2', 'NOT_FOUND'],
    ['of a week without an answer', '2026-W48_shopify-1001_1', 'NOT_FOUND'],
    ['of a week without an assignment', '2026-W01_shopify-1001_1', 'NOT_FOUND'],
    ['of a learner who does not exist', '2026-W44_shopify-999_1', 'NOT_FOUND'],
    ['with nothing for an id', '', 'BAD_USER_INPUT'],
    ['with slashes', '2026-W44_shopify-1001/x_1', 'BAD_USER_INPUT'],
    ['with a kilobyte', `2026-W44_shopify-${'1'.repeat(1_024)}_1`, 'BAD_USER_INPUT'],
    ['of a sixth answer', '2026-W44_shopify-1001_6', 'BAD_USER_INPUT'],
    ['of a week that does not exist', '2026-W54_shopify-1001_1', 'BAD_USER_INPUT'],
    ['of an assignment', '2026-W44_shopify-1001', 'BAD_USER_INPUT'],
  ])('%s is refused and changes nothing', async (_name, wrongId, code) => {
    const answerer = await aWaitingStory();
    const { data, errors } = await review(answerer, { id: wrongId });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code } }]);
    expect(errors[0]?.message).toMatch(code === 'NOT_FOUND' ? /no submission with this id/ : /^id must be/);
    expect(answerer.memory.written).toEqual([]);
  });

  test.each([
    ['of 2,001 characters', 'x'.repeat(2_001)],
    ['with NUL', 'Well\0told'],
    ['with a lone surrogate', 'Well \udc00'],
  ])('a note %s is refused, names the note, and changes nothing', async (_name, note) => {
    const answerer = await aWaitingStory();
    const { errors } = await review(answerer, { note });
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/^note must/), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(answerer.memory.written).toEqual([]);
  });

  test.each([
    [' \n ', null],
    ['', null],
    [null, null],
    ['x'.repeat(2_000), 'x'.repeat(2_000)],
  ])('a note may be missing or blank, which is none, and have 2,000 characters', async (note, shown) => {
    const { data } = await review(await aWaitingStory(), { note });
    expect(data?.reviewSubmission.note).toBe(shown);
  });

  test.each(['stranger', 'owner', 'operator', 'operatorByLink'] as const)('a %s may not review', async (as) => {
    const { ask, memory } = await aWaitingStory();
    const { errors } = await ask(ReviewSubmissionDocument, { id: storyId, passed: true }, as);
    expect(errors).toMatchObject([{ extensions: { code: as === 'stranger' ? 'UNAUTHENTICATED' : 'FORBIDDEN' } }]);
    expect(memory.written).toEqual([]);
  });
});
