// The books of a run as one line.
import type { Counts } from '../functions/weekly-run/counts.ts';

/** `planned 37 = accepted 36 + excluded 0 + failed 1 + unknown 0 + pending 0` */
export function countsLine(counts: Counts): string {
  const { planned, ...parts } = counts;
  const { accepted, excluded, failed, unknown, pending } = parts;
  const sum = Object.entries({ accepted, excluded, failed, unknown, pending }).map(
    ([name, count]) => `${name} ${count}`,
  );
  return `planned ${planned} = ${sum.join(' + ')}`;
}
