// Finds entitled learners that a walk did not meet, for few reads where there are none.

/** What the search asks of the learners; a count costs one read for each thousand, ids one read each. */
export type EntitledIndex = {
  countEntitled(fromId: string, beforeId: string): Promise<number>;
  entitledIds(fromId: string, beforeId: string, limit: number): Promise<string[]>;
};

/** Every learner id lies in [firstId, endId): ids are `shopify-` and digits, and `:` comes after `9`. */
const firstId = 'shopify-';
const endId = 'shopify-:';

/** A range with so few walked ids is read rather than counted again. */
const readAtMost = 50;

/**
 * The ids of entitled learners that are not among `walked`, in id order, at most `limit` of them. Counts a range, and
 * halves it only where the count differs from the ids walked in it. `walked` are ids of learners that are entitled now.
 */
export async function findAbsent(index: EntitledIndex, walked: ReadonlySet<string>, limit: number): Promise<string[]> {
  const sorted = [...walked].sort();
  const absent: string[] = [];

  async function search(range: { from: string; before: string; start: number; end: number }): Promise<void> {
    const { from, before, start, end } = range;
    if (absent.length >= limit) return;
    if ((await index.countEntitled(from, before)) === end - start) return;
    const middle = Math.floor((start + end) / 2);
    const middleId = sorted[middle];
    if (end - start <= readAtMost || middleId === undefined) {
      const ids = await index.entitledIds(from, before, end - start + limit);
      absent.push(...ids.filter((id) => !walked.has(id)));
      return;
    }
    await search({ from, before: middleId, start, end: middle });
    await search({ from: middleId, before, start: middle, end });
  }

  await search({ from: firstId, before: endId, start: 0, end: sorted.length });
  return absent.slice(0, limit);
}
