import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { climb, type Standing } from '../../functions/learners/climb.ts';
import { aLevel } from '../kit/a-level.ts';

/** `low` and `high` with what each asks for; orders need not follow one another. */
const ladder = [
  aLevel({ id: 'low', order: 2, passesToAdvance: 3 }),
  aLevel({ id: 'middle', order: 5, passesToAdvance: 1 }),
  aLevel({ id: 'high', order: 9, passesToAdvance: 2 }),
];

const someLadder = fc
  .array(fc.record({ passesToAdvance: fc.integer({ min: 1, max: 5 }), gap: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((rungs) =>
    rungs.map(({ passesToAdvance, gap }, at) => aLevel({ id: `level-${at}`, order: at * 4 + gap, passesToAdvance })),
  );

describe('a pass', () => {
  test('counts for the present level, and as many as it asks for lead one rung up, where counting begins anew', () => {
    let standing: Standing = { levelId: 'low', passes: 0 };
    const seen = [1, 2, 3].map(() => {
      standing = climb(standing, 'low', ladder);
      return standing;
    });
    expect(seen).toEqual([
      { levelId: 'low', passes: 1 },
      { levelId: 'low', passes: 2 },
      { levelId: 'middle', passes: 0 },
    ]);
    expect(climb(standing, 'middle', ladder)).toEqual({ levelId: 'high', passes: 0 });
  });

  test.each(['low', 'high', 'gone', undefined])('of %s changes nothing on another level', (levelId) => {
    expect(climb({ levelId: 'middle', passes: 0 }, levelId, ladder)).toEqual({ levelId: 'middle', passes: 0 });
  });

  test.each([null, 'gone'])('changes nothing for who stands on %s', (levelId) => {
    for (const pass of ['low', 'gone', undefined])
      expect(climb({ levelId, passes: 4 }, pass, ladder)).toEqual({ levelId, passes: 4 });
  });

  test('on the top rung stays there and goes on being counted', () => {
    expect(climb({ levelId: 'high', passes: 7 }, 'high', ladder)).toEqual({ levelId: 'high', passes: 8 });
  });

  test('reaches a level that was added above with the next one', () => {
    const taller = [...ladder, aLevel({ id: 'higher', order: 10 })];
    expect(climb({ levelId: 'high', passes: 7 }, 'high', taller)).toEqual({ levelId: 'higher', passes: 0 });
  });

  test('never leads down, never more than one rung up, and never past a level', () => {
    fc.assert(
      fc.property(someLadder, fc.nat(4), fc.nat(60), fc.nat(5), (levels, at, passes, pass) => {
        const rung = at % levels.length;
        const before = { levelId: levels[rung]?.id ?? null, passes };
        const after = climb(before, `level-${pass}`, levels);
        const reached = levels.findIndex(({ id }) => id === after.levelId);
        expect([rung, rung + 1]).toContain(reached);
        if (reached > rung) expect(after.passes).toBe(0);
        else expect(after.passes - before.passes).toBe(rung === pass ? 1 : 0);
      }),
    );
  });

  test('more never leads lower: who stood higher stands at least as high after any same passes', () => {
    const passes = fc.array(fc.nat(5), { maxLength: 25 });
    fc.assert(
      fc.property(someLadder, passes, passes, fc.nat(25), (levels, sequence, extra, at) => {
        const walk = (of: number[]) =>
          of.reduce<Standing>((standing, pass) => climb(standing, `level-${pass}`, levels), {
            levelId: 'level-0',
            passes: 0,
          });
        const height = ({ levelId, passes: counted }: Standing) =>
          levels.findIndex(({ id }) => id === levelId) * 1_000 + counted;
        const longer = sequence.toSpliced(at, 0, ...extra);
        expect(height(walk(longer))).toBeGreaterThanOrEqual(height(walk(sequence)));
      }),
      { numRuns: 500 },
    );
  });
});
