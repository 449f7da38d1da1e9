// A level for tests.
import type { Level } from '../../functions/challenges/level.ts';

export function aLevel(overrides: Partial<Level> = {}): Level {
  return {
    id: 'curious',
    order: 1,
    name: 'Curious',
    summary: 'Everyday puzzles that give way to one good look.',
    passesToAdvance: 3,
    ...overrides,
  };
}
