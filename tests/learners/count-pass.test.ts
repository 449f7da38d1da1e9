import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../../functions/challenges/catalogue.ts';
import { countPass } from '../../functions/learners/count-pass.ts';
import { standing } from '../../functions/learners/standing.ts';
import { aCatalogue, beginning, type Past, somePast } from './a-past.ts';

type Counted = ReturnType<typeof beginning>;
type Pass = Past['passes'][number];

function count(learner: Counted, { week, answeredAt }: Pass, catalogue: Catalogue): Counted {
  const learnerWeek = learner.weeks[week];
  if (learnerWeek === undefined) throw new Error('No such week.');
  const { learnerWeek: passed, ...after } = countPass(learner, { week, learnerWeek, answeredAt }, catalogue);
  return { ...learner, ...after, weeks: { ...learner.weeks, [week]: passed } };
}

const height = ({ levelId, passes }: Counted, { levels }: Catalogue) =>
  levels.findIndex(({ id }) => id === levelId) * 1_000 + passes;

/** The order in which the passes were given: those of a review among or after the ones submitted later. */
function asGiven(passes: Pass[]): Pass[] {
  const when = passes.map((pass, at) => ({ pass, at: pass.reviewed === null ? at : at + pass.reviewed / 40 }));
  return when.sort((a, b) => a.at - b.at).map(({ pass }) => pass);
}

describe('counting a pass', () => {
  test('marks the week as passed at the instant of the submission', () => {
    const past = { passesToAdvance: [2, 2, 2], placedOn: 'low', passes: [] };
    const answeredAt = new Date('2026-12-01T10:00:00Z');
    const learnerWeek = {
      challengeId: 'low-0',
      releasedAt: new Date('2026-11-30T08:00:00Z'),
      outcome: 'PENDING_REVIEW',
      answeredAt: null,
    } as const;
    const counted = countPass(beginning(past), { week: '2026-W49', learnerWeek, answeredAt }, aCatalogue([2, 2, 2]));
    expect(counted).toEqual({
      levelId: 'low',
      passes: 1,
      learnerWeek: { ...learnerWeek, outcome: 'PASSED', answeredAt },
    });
  });

  test('gives the same standing in whatever order the reviews come, which is that of passes at submission time', () => {
    fc.assert(
      fc.property(somePast, (past) => {
        const catalogue = aCatalogue(past.passesToAdvance);
        const inTime = past.passes.reduce((learner, pass) => count(learner, pass, catalogue), beginning(past));
        const late = asGiven(past.passes).reduce((learner, pass) => count(learner, pass, catalogue), beginning(past));
        expect(late).toEqual(inTime);
        expect({ levelId: late.levelId, passes: late.passes }).toEqual(standing(late, catalogue));
      }),
      { numRuns: 500 },
    );
  });

  test('never leads down, also where levels ask for more or less in between, or challenges move to another one', () => {
    fc.assert(
      fc.property(
        somePast,
        fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }), {
          minLength: 30,
          maxLength: 30,
        }),
        fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        (past, edits, isEdited) => {
          let catalogue = aCatalogue(past.passesToAdvance);
          let learner = beginning(past);
          for (const [at, pass] of asGiven(past.passes).entries()) {
            if (isEdited[at]) {
              const { levels } = aCatalogue(edits[at] ?? []);
              const moved = [...catalogue.challenges.values()].map((challenge, index) =>
                index % 7 === at % 7 ? { ...challenge, levelId: levels[at % 3]?.id ?? '' } : challenge,
              );
              catalogue = { levels, challenges: new Map(moved.map((challenge) => [challenge.id, challenge])) };
            }
            const after = count(learner, pass, catalogue);
            expect(height(after, catalogue)).toBeGreaterThanOrEqual(height(learner, catalogue));
            learner = after;
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('goes on from the present standing where the history no longer explains it', () => {
    const catalogue = aCatalogue([2, 2, 2]);
    // Placed before placements were kept.
    const past: Past = {
      passesToAdvance: [2, 2, 2],
      placedOn: 'low',
      passes: [{ week: '2026-W01', challengeId: 'low-0', answeredAt: new Date(0), reviewed: null }],
    };
    const learner: Counted = { ...beginning(past), placement: null, passes: 1 };
    expect(past.passes.reduce((one, pass) => count(one, pass, catalogue), learner)).toMatchObject({
      levelId: 'middle',
      passes: 0,
    });
  });

  test('of who was never placed is kept for the placement, and moves nothing now', () => {
    const catalogue = aCatalogue([2, 2, 2]);
    const past: Past = {
      passesToAdvance: [2, 2, 2],
      placedOn: 'low',
      passes: [{ week: '2026-W01', challengeId: 'low-0', answeredAt: new Date(0), reviewed: null }],
    };
    const unplaced = { ...beginning(past), placement: null, levelId: null };
    const [pass] = past.passes;
    if (pass === undefined) throw new Error('No pass.');
    const after = count(unplaced, pass, catalogue);
    expect(after).toMatchObject({ levelId: null, passes: 0 });
    const { placement } = beginning(past);
    expect(standing({ ...after, placement }, catalogue)).toEqual({ levelId: 'low', passes: 1 });
  });
});
