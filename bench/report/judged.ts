// Holds a figure against its goal.
import type { Row } from './row.ts';

export type Goal = { of: 'value' | 'ratio'; is: '>=' | '<='; bound: number };

/** The row with its goal in words, and whether it is met: a figure that is no number meets none. */
export function judged(figure: Omit<Row, 'goal' | 'met'>, { of, is, bound }: Goal): Row {
  const reached = figure[of] ?? Number.NaN;
  return { ...figure, goal: `${of} ${is} ${bound}`, met: is === '>=' ? reached >= bound : reached <= bound };
}
