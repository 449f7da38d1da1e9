import { FieldValue } from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import type { Outcome } from '../../functions/weekly-run/batch.ts';
import { aBatch } from '../kit/a-batch.ts';
import { aHouse } from '../kit/a-house.ts';
import { aRun } from '../kit/a-run.ts';

const week = '2026-W48';
const accepted: Outcome = { state: 'accepted', sesId: 'ses-1', at: new Date('2026-11-23T08:10:00Z') };

test('batches from before sums were kept are summed by their mails, in their order, at one read more each', async () => {
  const house = aHouse();
  const { runs, batches } = house.stores;
  await runs.createOnce(aRun({ state: 'planning' }));
  for (const number of [1, 2, 3, 4]) {
    const ids = Array.from({ length: number }, (_, at) => `shopify-${number}${at}`);
    await batches.freeze(week, { ...aBatch(Object.fromEntries(ids.map((id) => [id, accepted]))), number });
  }
  const before = await batches.tallies(week);
  expect(before.map(({ number, tally }) => [number, tally.accepted])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
  ]);
  for (const id of ['000001', '000003']) {
    await house.db.collection(`weeklyRuns/${week}/batches`).doc(id).update({ tally: FieldValue.delete() });
  }
  const { reads } = house.billed;
  expect(await batches.tallies(week)).toEqual(before);
  expect(house.billed.reads - reads).toBe(6);
});
