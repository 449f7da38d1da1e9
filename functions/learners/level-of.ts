// Rule: the level a learner is on.
import type { Catalogue } from '../challenges/catalogue.ts';
import type { Level } from '../challenges/level.ts';
import type { Learner } from './learner.ts';

/** Null until placed, and where the level no longer exists. */
export function levelOf({ levelId }: Pick<Learner, 'levelId'>, { levels }: Catalogue): Level | null {
  return levels.find(({ id }) => id === levelId) ?? null;
}
