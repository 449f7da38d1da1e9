import { expect, test } from 'vitest';
import { watch } from '../../../functions/alerts/watch.ts';
import { recordEvent } from '../../../functions/deliveries/record-event.ts';
import { startRun } from '../../../functions/weekly-run/start-run.ts';
import { sweep } from '../../../functions/weekly-run/sweep.ts';
import { countedOperations } from '../../../local/estimate/counted-operations.ts';
import { aHouse } from '../../kit/a-house.ts';
import { aSesEvent } from '../../kit/a-ses-event.ts';
import { fillHouse } from '../../kit/fill-house.ts';

const untouched = { before: async () => 0, after: async () => undefined };

test('a sweep that finds nothing to do reads what is counted, and writes nothing', async () => {
  const house = aHouse();
  await fillHouse(house, { customers: 3 });
  await startRun(house.services, { week: '2026-W48', by: 'schedule' });
  await house.deliverAll();
  const quiet = house.instance(untouched);
  expect(await sweep(quiet.services)).toEqual({ active: 0, published: 0 });
  await watch(quiet.services, () => undefined);
  // The query that finds no active run is billed as one read all the same (Firestore, “Minimum charge for queries”).
  const ofEmptyQuery = 1;
  expect(quiet.billed).toEqual({ reads: countedOperations.sweep.reads - ofEmptyQuery, writes: 0 });
}, 60_000);

test.each(['send', 'delivery'] as const)('a %s event takes the writes that are counted, and no read', async (kind) => {
  const house = aHouse();
  await recordEvent(house.services, aSesEvent({ kind }));
  expect(house.billed).toEqual({ reads: 0, writes: countedOperations.event.writes });
});
