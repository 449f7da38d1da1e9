// Rule: what one pass does to where a learner stands.
import type { Level } from '../challenges/level.ts';
import type { Learner } from './learner.ts';

/**
 * A pass counts where its challenge is of the present level. As many as the level asks for lead one rung up, where
 * counting begins anew; on the top rung they go on being counted, so that a level added above it is reached with the
 * next pass.
 */
export function climb(standing: Standing, challengeLevelId: string | undefined, levels: Level[]): Standing {
  const level = levels.find(({ id }) => id === standing.levelId);
  if (level === undefined || level.id !== challengeLevelId)
    return { levelId: standing.levelId, passes: standing.passes };
  const passes = standing.passes + 1;
  const next = levels.find(({ order }) => order > level.order);
  return passes >= level.passesToAdvance && next !== undefined
    ? { levelId: next.id, passes: 0 }
    : { levelId: level.id, passes };
}

/** The level, null until placed, and the passes that count on it. */
export type Standing = Pick<Learner, 'levelId' | 'passes'>;
