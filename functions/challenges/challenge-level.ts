// Rule: the level of a challenge.
import { AppError } from '../errors.ts';
import type { Catalogue } from './catalogue.ts';
import type { Challenge } from './challenge.ts';
import type { Level } from './level.ts';

/** Throws `UNREADABLE` where the level does not exist: content is saved level first. */
export function challengeLevel({ id, levelId }: Pick<Challenge, 'id' | 'levelId'>, { levels }: Catalogue): Level {
  const level = levels.find((candidate) => candidate.id === levelId);
  if (level === undefined) throw new AppError('UNREADABLE', `The challenge ${id} is of a level that does not exist.`);
  return level;
}
