// The batches of a run one after the other, the next one read ahead.
import type { StoredBatch } from '../weekly-run/batch-store.ts';
import type { Sender } from './sender.ts';

export type BatchFeed = {
  /** The next batch; null after the last. */
  take(): Promise<StoredBatch | null>;
  /** Whether a further one follows; also after the last was taken. */
  hasNext(): Promise<boolean>;
  /** The number that is taken next. */
  number(): number;
  /** Whether the end was reached. */
  isEmpty(): boolean;
};

export async function batchFeed({ services, week }: Sender, fromBatch: number): Promise<BatchFeed> {
  const { batches } = await services.stores();
  let number = fromBatch;
  let next = fetch();
  let isEmpty = false;

  function fetch(): Promise<StoredBatch | null> {
    const fetched = batches.get(week, number);
    // Awaited later; until then its failure must not end the process.
    fetched.catch(() => undefined);
    return fetched;
  }

  return {
    async take() {
      const stored = await next;
      isEmpty = stored === null;
      if (stored === null) return null;
      number += 1;
      next = fetch();
      return stored;
    },
    hasNext: async () => (await next) !== null,
    number: () => number,
    isEmpty: () => isEmpty,
  };
}
