// Rule: how far a learner is on the present level.
import type { Catalogue } from '../challenges/catalogue.ts';
import type { Level } from '../challenges/level.ts';
import type { Learner } from './learner.ts';
import { levelOf } from './level-of.ts';

/** Null until placed. On the highest level `nextLevel` is null, and `needed` is still that level's own number. */
export function progress(learner: Pick<Learner, 'levelId' | 'passes'>, catalogue: Catalogue): Progress | null {
  const level = levelOf(learner, catalogue);
  if (level === null) return null;
  const nextLevel = catalogue.levels.find(({ order }) => order > level.order) ?? null;
  return { passed: learner.passes, needed: level.passesToAdvance, nextLevel };
}

/** Passes of the present level, and how many lead to the next. */
export type Progress = { passed: number; needed: number; nextLevel: Level | null };
