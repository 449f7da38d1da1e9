// Rule: what a pass changes of a learner.
import { isDeepStrictEqual } from 'node:util';
import type { Catalogue } from '../challenges/catalogue.ts';
import { climb, type Standing } from './climb.ts';
import type { Learner, LearnerWeek } from './learner.ts';
import { standing } from './standing.ts';

/**
 * The week as passed and the standing after it. `answeredAt` is when the answer was submitted: a pass that a review gives
 * weeks later moves the learner as it would have then. Where the history no longer explains the present standing,
 * because levels or challenges were edited since, the pass counts as one of now, and takes nothing away.
 */
export function countPass(
  learner: Pick<Learner, 'levelId' | 'passes' | 'placement' | 'weeks'>,
  { week, learnerWeek, answeredAt }: { week: string; learnerWeek: LearnerWeek; answeredAt: Date },
  catalogue: Catalogue,
): Standing & { learnerWeek: LearnerWeek } {
  const { levelId, passes, placement, weeks } = learner;
  const passed: LearnerWeek = { ...learnerWeek, outcome: 'PASSED', answeredAt };
  const after = isDeepStrictEqual(standing({ placement, weeks }, catalogue), { levelId, passes })
    ? standing({ placement, weeks: { ...weeks, [week]: passed } }, catalogue)
    : climb({ levelId, passes }, catalogue.challenges.get(learnerWeek.challengeId ?? '')?.levelId, catalogue.levels);
  return { ...after, learnerWeek: passed };
}
