// Rule: where on the ladder a learner's history leads.
import type { Catalogue } from '../challenges/catalogue.ts';
import { climb, type Standing } from './climb.ts';
import type { Learner } from './learner.ts';

/**
 * From the level of the placement, every pass in the order in which its answer was submitted. Passes from before the
 * placement count too, where they are of the level the learner was then placed on.
 */
export function standing({ placement, weeks }: Pick<Learner, 'placement' | 'weeks'>, catalogue: Catalogue): Standing {
  const passed = Object.entries(weeks)
    .flatMap(([week, { challengeId, outcome, answeredAt }]) =>
      outcome !== 'PASSED' || challengeId === null || answeredAt === null ? [] : { week, challengeId, answeredAt },
    )
    .sort((a, b) => a.answeredAt.getTime() - b.answeredAt.getTime() || (a.week < b.week ? -1 : 1));
  return passed.reduce<Standing>(
    (reached, { challengeId }) => climb(reached, catalogue.challenges.get(challengeId)?.levelId, catalogue.levels),
    { levelId: placement?.levelId ?? null, passes: 0 },
  );
}
