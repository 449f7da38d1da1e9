// Finds the level of a challenge.
import { AppError } from '../errors.ts';
import type { Services } from '../services.ts';
import type { Challenge } from './challenge.ts';
import type { Level } from './level.ts';

/**
 * Reads the levels afresh only where the cached ones lack it: another instance may just have saved it. Throws `UNREADABLE`
 * where the level does not exist: content is saved level first.
 */
export async function levelOfChallenge(
  { stores }: Pick<Services, 'stores'>,
  { id, levelId }: Pick<Challenge, 'id' | 'levelId'>,
): Promise<Level> {
  const { content } = await stores();
  const isIts = (level: Level) => level.id === levelId;
  const level = (await content.catalogue()).levels.find(isIts) ?? (await content.everyLevel()).find(isIts);
  if (level === undefined) throw new AppError('UNREADABLE', `The challenge ${id} is of a level that does not exist.`);
  return level;
}
