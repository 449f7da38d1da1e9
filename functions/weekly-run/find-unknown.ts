// Finds the batches of a run that hold mails of unknown outcome.
import type { Stores } from '../stores.ts';

/** Their numbers, in order. Reads every batch of the run, one at a time. */
export async function findUnknown({ batches }: Pick<Stores, 'batches'>, week: string): Promise<number[]> {
  const numbers: number[] = [];
  for (let number = 1; ; number += 1) {
    const stored = await batches.get(week, number);
    if (stored === null) return numbers;
    if (Object.values(stored.batch.outcomes).some(({ state }) => state === 'unknown')) numbers.push(number);
  }
}
