// Rule: which batches of a run hold mails of unknown outcome.
import type { NumberedTally } from './tally-store.ts';

/** Their numbers, in order. */
export function findUnknown(tallies: readonly NumberedTally[]): number[] {
  return tallies.filter(({ tally }) => tally.unknown > 0).map(({ number }) => number);
}
