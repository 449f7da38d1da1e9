import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignmentPage } from '../../functions/assignments/assignment-page.ts';
import { assignments } from '../../functions/assignments/assignments.ts';
import { learnerReading } from '../../functions/assignments/learner-reading.ts';
import { addWeeks } from '../../functions/week.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLearner, type LearnerOverrides } from '../kit/a-learner.ts';
import { memoryStores } from '../kit/memory-stores.ts';

const challenge = aChallenge();
const catalogue = { levels: [], challenges: new Map([[challenge.id, challenge]]) };
const got = (challengeId: string | null) =>
  ({ challengeId, releasedAt: new Date('2026-11-23T08:10:00Z'), outcome: 'OPEN', answeredAt: null }) as const;

const reading = (overrides: LearnerOverrides) =>
  learnerReading({ stores: async () => memoryStores().stores }, aLearner(overrides));

/** Assignments in so many weeks from 2026-W40 on, over the year's end. */
function manyWeeks(count: number) {
  const weeks = Array.from({ length: count }, (_, index) => addWeeks('2026-W40', index));
  return assignments(reading({ weeks: Object.fromEntries(weeks.map((week) => [week, got(challenge.id)])) }), catalogue);
}

describe('a learner’s assignments', () => {
  test('are the weeks with a challenge, newest first; the questionnaire’s weeks and lost challenges are none', () => {
    const weeks = {
      '2026-W52': got(challenge.id),
      '2027-W01': got(challenge.id),
      '2026-W53': got(null),
      '2026-W51': got('lost'),
    };
    expect(assignments(reading({ weeks }), catalogue).map(({ id }) => id)).toEqual([
      '2027-W01_shopify-1001',
      '2026-W52_shopify-1001',
    ]);
  });

  test('bear the week’s outcome, and their answers are read only when they are asked for', async () => {
    const { memory, stores } = memoryStores();
    const weeks = { '2026-W48': { ...got(challenge.id), outcome: 'PASSED' as const } };
    const learner = learnerReading({ stores: async () => stores }, aLearner({ weeks }));
    const [only] = assignments(learner, catalogue);
    expect(only).toMatchObject({ id: '2026-W48_shopify-1001', week: '2026-W48', challenge, outcome: 'PASSED' });
    expect(memory.calls).toEqual([]);
    expect(await only?.record()).toBeNull();
    expect(memory.calls).toEqual(['assignments.ofWeeks']);
  });
});

describe('a page of assignments', () => {
  test('followed from end cursor to end cursor gives every assignment once, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 50 }), (count, first) => {
        const all = manyWeeks(count);
        const seen = [];
        let page = assignmentPage(all, { first });
        for (;;) {
          seen.push(...page.edges.map(({ node }) => node));
          expect(page.edges.length).toBeLessThanOrEqual(first);
          expect(page.pageInfo.hasPreviousPage).toBe(seen.length > page.edges.length);
          if (!page.pageInfo.hasNextPage) break;
          page = assignmentPage(all, { first, after: page.pageInfo.endCursor });
        }
        expect(seen).toEqual(all);
      }),
    );
  });

  test('holds 20 unless told otherwise, also where told null', () => {
    expect(assignmentPage(manyWeeks(30), {}).edges).toHaveLength(20);
    expect(assignmentPage(manyWeeks(30), { first: null, after: null }).edges).toHaveLength(20);
  });

  test.each([0, -1, 51])('refuses %s at a time, and says what would be right', (first) => {
    expect(() => assignmentPage([], { first })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', message: 'first must be from 1 to 50, such as 20.' }),
    );
  });

  test('refuses a cursor that is no week', () => {
    expect(() => assignmentPage([], { after: '2026-W54' })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringMatching(/^after must be .*2026-W48/) }),
    );
  });
});
