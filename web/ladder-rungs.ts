// Rule: where a learner stands among the levels.

/**
 * @param levels lowest first
 * @param present the id of the learner's level; null until placed
 * @returns highest first, as one looks at a ladder
 */
export function ladderRungs<Level extends { id: string }>(
  levels: readonly Level[],
  present: string | null,
): Rung<Level>[] {
  const at = levels.findIndex(({ id }) => id === present);
  return levels.map((level, index): Rung<Level> => ({ level, place: placeOf(index, at) })).reverse();
}

export type Rung<Level> = { level: Level; place: 'climbed' | 'present' | 'ahead' };

function placeOf(index: number, at: number): Rung<unknown>['place'] {
  if (index === at) return 'present';
  return index < at ? 'climbed' : 'ahead';
}
