import { describe, expect, test } from 'vitest';
import { reviewSubmission } from '../../functions/assignments/review-submission.ts';
import type { House } from '../kit/a-house.ts';
import { anAnsweringHouse } from '../kit/an-answering-house.ts';
import { atOnce } from '../kit/at-once.ts';
import { learnerId, recordOf, submitIn } from '../kit/submit-in-house.ts';

const learnerOf = (house: House) => house.stores.learners.get(learnerId);
/** What a call that may fail came to. */
const codeOr = <Value>(call: Promise<Value>) => call.catch((error: { code: string }) => error.code);

describe('reviews at once', () => {
  const id = `2026-W47_${learnerId}_1`;
  const review = (passed: boolean) => (editor: House) =>
    codeOr(reviewSubmission(editor.services, { id, passed, note: passed ? 'Yes.' : 'No.' }));

  async function waitingHouse(): Promise<House> {
    const house = await anAnsweringHouse();
    await submitIn(house, { challengeId: 'review', answer: 'A story.' });
    return house;
  }

  test.each([
    ['of one mind', true],
    ['of two minds', false],
  ])('by two reviewers %s mark it once, and the other is told', async (_name, second) => {
    const house = await waitingHouse();
    const results = await atOnce<unknown>(house, review(true), review(second));
    expect(results.filter((result) => result === 'BAD_USER_INPUT')).toHaveLength(1);
    const record = await recordOf(house, '2026-W47');
    expect(results).toContainEqual(record?.submissions[0]);
    const passed = record?.submissions[0]?.mark === 'PASSED';
    expect(await learnerOf(house)).toMatchObject({
      passes: passed ? 1 : 0,
      weeks: { '2026-W47': { outcome: passed ? 'PASSED' : 'OPEN' } },
    });
    expect(await house.stores.assignments.toReview(null, 10)).toEqual([]);
  });

  test('and a pass of another week both count, whichever comes first', async () => {
    const house = await waitingHouse();
    await atOnce<unknown>(house, review(true), (tab) => submitIn(tab, {}));
    expect(await learnerOf(house)).toMatchObject({ levelId: 'keen', passes: 0 });
  });
});
