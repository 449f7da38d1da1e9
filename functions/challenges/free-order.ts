// A place for a level.
import type { Level } from './level.ts';

/** The lowest from 1 on that none of them has; above the highest order only where a thousand levels have all. */
export function freeOrder(levels: readonly Pick<Level, 'order'>[]): number {
  const taken = new Set(levels.map(({ order }) => order));
  let order = 1;
  while (taken.has(order)) order += 1;
  return order;
}
