import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EntitledIndex, findAbsent } from '../../functions/weekly-run/find-absent.ts';

/** An index in memory that counts what Firestore would bill: one read for each thousand counted, one for each id. */
function anIndex(entitled: string[]): EntitledIndex & { reads: number } {
  const within = (from: string, before: string) => entitled.filter((id) => id >= from && id < before).sort();
  const index = {
    reads: 0,
    async countEntitled(from: string, before: string) {
      const { length } = within(from, before);
      index.reads += Math.max(1, Math.ceil(length / 1_000));
      return length;
    },
    async entitledIds(from: string, before: string, limit: number) {
      const ids = within(from, before).slice(0, limit);
      index.reads += Math.max(1, ids.length);
      return ids;
    },
  };
  return index;
}

const anId = fc.integer({ min: 1, max: 2_000 }).map((number) => `shopify-${number}`);

test('it finds exactly the entitled learners that the walk did not meet', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(anId, { maxLength: 400 }),
      fc.uniqueArray(anId, { maxLength: 30 }),
      async (walked, gone) => {
        const absent = gone.filter((id) => !walked.includes(id)).sort();
        const found = await findAbsent(anIndex([...walked, ...absent]), new Set(walked), 100);
        expect(found).toEqual(absent);
      },
    ),
  );
});

test('where nobody is absent, 10,000 learners cost ten reads', async () => {
  const ids = Array.from({ length: 10_000 }, (_, at) => `shopify-${7_000_000_000_000 + at}`);
  const index = anIndex(ids);
  expect(await findAbsent(index, new Set(ids), 100)).toEqual([]);
  expect(index.reads).toBe(10);
});

test('one absent among 10,000 costs few reads more', async () => {
  const ids = Array.from({ length: 10_000 }, (_, at) => `shopify-${7_000_000_000_000 + at}`);
  const index = anIndex(ids);
  expect(await findAbsent(index, new Set(ids.filter((_, at) => at !== 6_789)), 100)).toEqual(['shopify-7000000006789']);
  expect(index.reads).toBeLessThan(120);
});

test('it gives no more than the limit', async () => {
  const ids = Array.from({ length: 300 }, (_, at) => `shopify-${at}`);
  expect(await findAbsent(anIndex(ids), new Set(), 21)).toHaveLength(21);
});
