// Use case: an editor saves a level, new or known.
import { AppError } from '../errors.ts';
import type { ContentStore } from './content-store.ts';
import { freeOrder } from './free-order.ts';
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
    const others = levels.filter(({ id }) => id !== level.id);
    if (!others.some(({ order }) => order === level.order)) return level;
    const free = freeOrder(others);
    throw new AppError(
      'BAD_USER_INPUT',
      `input.order must be one that no other level has: ${level.order} is taken, ${free} is free.`,
    );
  });
}
