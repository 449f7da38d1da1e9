import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LearnerWeek } from '../../functions/learners/learner.ts';
import { standing } from '../../functions/learners/standing.ts';
import { aCatalogue, beginning, somePast } from './a-past.ts';

const catalogue = aCatalogue([2, 1, 3]);
const low = { version: '1', levelId: 'low', placedAt: new Date('2026-11-01T00:00:00Z') };
const at = (day: number) => new Date(Date.UTC(2026, 10, day));

function passed(challengeId: string | null, answeredAt: Date | null): LearnerWeek {
  return { challengeId, releasedAt: at(1), outcome: answeredAt === null ? 'OPEN' : 'PASSED', answeredAt };
}

describe('where a history leads', () => {
  test('is the level of the placement before the first pass, and none before the placement', () => {
    expect(standing({ placement: low, weeks: {} }, catalogue)).toEqual({ levelId: 'low', passes: 0 });
    const weeks = { '2026-W45': passed('low-0', at(5)) };
    expect(standing({ placement: null, weeks }, catalogue)).toEqual({ levelId: null, passes: 0 });
  });

  test('goes by when the answers were submitted, not by the weeks they belong to', () => {
    const climbing = {
      '2026-W45': passed('middle-1', at(9)),
      '2026-W46': passed('low-3', at(7)),
      '2026-W47': passed('low-0', at(6)),
    };
    expect(standing({ placement: low, weeks: climbing }, catalogue)).toEqual({ levelId: 'high', passes: 0 });
    const tooEarly = { ...climbing, '2026-W45': passed('middle-1', at(5)) };
    expect(standing({ placement: low, weeks: tooEarly }, catalogue)).toEqual({ levelId: 'middle', passes: 0 });
  });

  test('counts only passes: neither open weeks, nor the questionnaire’s, nor challenges that are gone', () => {
    const weeks = {
      '2026-W45': passed('low-0', null),
      '2026-W46': passed(null, null),
      '2026-W47': passed('gone', at(6)),
      '2026-W48': passed('low-3', at(7)),
    };
    expect(standing({ placement: low, weeks }, catalogue)).toEqual({ levelId: 'low', passes: 1 });
  });

  test('does not depend on the order in which the weeks lie in the document', () => {
    fc.assert(
      fc.property(somePast, (past) => {
        const { placement } = beginning(past);
        const entries = past.passes.map(
          ({ week, challengeId, answeredAt }) => [week, passed(challengeId, answeredAt)] as const,
        );
        const some = aCatalogue(past.passesToAdvance);
        const weeks = Object.fromEntries(entries);
        const reversed = Object.fromEntries(entries.toReversed());
        expect(standing({ placement, weeks: reversed }, some)).toEqual(standing({ placement, weeks }, some));
      }),
    );
  });
});
