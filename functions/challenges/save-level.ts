// Use case: an editor saves a level, new or known.
import { AppError } from '../errors.ts';
import type { ContentStore } from './content-store.ts';
import type { Level } from './level.ts';
import { type LevelInput, levelInputSchema } from './level-input.ts';
import { parseInput } from './parse-input.ts';

/**
 * What changes applies to everyone at once, also to passes counted before. Throws `BAD_USER_INPUT` that names each field
 * to mend, such as an `order` that another level has, and changes nothing then.
 */
export async function saveLevel(
  { stores }: { stores(): Promise<{ content: Pick<ContentStore, 'changeLevel'> }> },
  input: LevelInput,
): Promise<Level> {
  const level = parseInput(levelInputSchema, input);
  return (await stores()).content.changeLevel((levels) => {
    const taken = new Set(levels.filter(({ id }) => id !== level.id).map(({ order }) => order));
    if (!taken.has(level.order)) return level;
    const free = lowestFree(taken);
    throw new AppError(
      'BAD_USER_INPUT',
      `input.order must be one that no other level has: ${level.order} is taken, ${free} is free.`,
    );
  });
}

/** From 1 on; above the highest order only where a thousand levels have all. */
function lowestFree(taken: ReadonlySet<number>): number {
  let order = 1;
  while (taken.has(order)) order += 1;
  return order;
}
