import { FieldValue } from 'firebase-admin/firestore';
import { beforeEach, expect, test } from 'vitest';
import { deliveryParts } from '../../functions/deliveries/delivery-parts.ts';
import type { Outcome } from '../../functions/weekly-run/batch.ts';
import { complaintGuard } from '../../functions/weekly-run/complaint-guard.ts';
import { aBatch } from '../kit/a-batch.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { aRun } from '../kit/a-run.ts';
import { aComplaint } from '../kit/a-ses-event.ts';

/** When the run of 2026-W48 is due, in Berlin. */
const monday = new Date('2026-11-23T08:00:00Z');
let house: House;

beforeEach(() => {
  house = aHouse();
});

/** A week's accepted mails, and who of them complained. */
async function aWeekOf(
  week: string,
  { accepted, complaints }: { accepted: number; complaints: number },
): Promise<void> {
  const { runs, batches, deliveries } = house.stores;
  const outcome: Outcome = { state: 'accepted', sesId: 'ses-1', at: monday };
  const ids = Array.from({ length: accepted }, (_, at) => `shopify-${1_000 + at}`);
  await runs.createOnce(aRun({ week, state: 'planning' }));
  await batches.freeze(week, aBatch(Object.fromEntries(ids.map((id) => [id, outcome]))));
  for (const learnerId of ids.slice(0, complaints)) {
    await deliveries.merge(deliveryParts(aComplaint(), { week, learnerId }));
    await deliveries.merge(deliveryParts(aComplaint({ feedbackId: 'again' }), { week, learnerId }));
  }
}

const guard = () => complaintGuard(house.services, monday);

test('three complaints of a thousand accepted mails in four weeks keep a run from starting, with the reason', async () => {
  await aWeekOf('2026-W44', { accepted: 900, complaints: 1 });
  await aWeekOf('2026-W45', { accepted: 700, complaints: 1 });
  await aWeekOf('2026-W46', { accepted: 700, complaints: 0 });
  await aWeekOf('2026-W47', { accepted: 700, complaints: 1 });
  expect(await guard()).toMatch(/^Of 3000 mails of the last four weeks, 3 were reported as spam\..* then resume/);
});

test('fewer than one of a thousand do not', async () => {
  await aWeekOf('2026-W46', { accepted: 1_500, complaints: 1 });
  await aWeekOf('2026-W47', { accepted: 1_501, complaints: 2 });
  expect(await guard()).toBeNull();
});

test('mails of batches from before sums were kept are counted', async () => {
  await aWeekOf('2026-W46', { accepted: 1_500, complaints: 1 });
  await aWeekOf('2026-W47', { accepted: 1_501, complaints: 2 });
  const batch = house.db.doc('weeklyRuns/2026-W46/batches/000001');
  await batch.update({ tally: FieldValue.delete() });
  expect(await guard()).toBeNull();
  await aWeekOf('2026-W45', { accepted: 10, complaints: 1 });
  expect(await guard()).toContain('Of 3011 mails');
});

test('fewer than three never do, however few mails there were', async () => {
  await aWeekOf('2026-W47', { accepted: 2, complaints: 2 });
  const { reads } = house.billed;
  expect(await guard()).toBeNull();
  expect(house.billed.reads).toBe(reads + 1);
});

test('complaints about older mails no longer count', async () => {
  await aWeekOf('2026-W43', { accepted: 10, complaints: 9 });
  await aWeekOf('2026-W47', { accepted: 10, complaints: 2 });
  expect(await guard()).toBeNull();
});

test('the four weeks reach over the end of a year with 53 weeks', async () => {
  await aWeekOf('2026-W52', { accepted: 10, complaints: 2 });
  await aWeekOf('2026-W53', { accepted: 10, complaints: 1 });
  expect(await complaintGuard(house.services, new Date('2027-01-18T08:00:00Z'))).toContain('Of 20 mails');
});
