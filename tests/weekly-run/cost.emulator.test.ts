import { expect, test } from 'vitest';
import { recordEvent } from '../../functions/deliveries/record-event.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { aHouse } from '../kit/a-house.ts';
import { aSesEvent } from '../kit/a-ses-event.ts';
import { fillHouse, placeEveryone } from '../kit/fill-house.ts';

const learners = 1_000;

test('a week in which nothing changed in the shop costs at most 3.1 reads and 1.3 writes a learner, 2.3 with Send events', async () => {
  const house = aHouse();
  house.shop.pageSize = learners;
  await fillHouse(house, { customers: learners });
  await startRun(house.services, { week: '2026-W48', by: 'schedule' });
  await house.deliverAll();
  await placeEveryone(house);
  house.clock.set('2026-11-30T08:00:00Z');

  const week = house.instance({ before: async () => 0, after: async () => undefined });
  await startRun(week.services, { week: '2026-W49', by: 'schedule' });
  await week.deliverAll();
  const { counts } = await house.stores.batches.books('2026-W49');
  expect(counts).toMatchObject({ planned: learners, accepted: learners });
  const { reads, writes } = week.billed;
  expect(reads / learners).toBeGreaterThan(2.9);
  expect(reads / learners).toBeLessThanOrEqual(3.1);
  expect(writes / learners).toBeGreaterThan(1);
  expect(writes / learners).toBeLessThanOrEqual(1.3);

  const run = await house.stores.runs.get('2026-W49');
  // What started the run, and the look at the books above, belong to no step.
  const outsideReads = reads - (run?.cost.reads ?? 0);
  expect(outsideReads).toBeGreaterThanOrEqual(0);
  expect(outsideReads).toBeLessThan(10);
  expect(run?.cost).toMatchObject({ mails: learners, deletes: 0, invocations: 4, messages: 3 });
  expect(writes - (run?.cost.writes ?? 0)).toBe(1);

  for (const { tags } of house.mailer.sent.slice(-learners)) {
    await recordEvent(week.services, aSesEvent({ assignmentId: tags.assignment ?? null, mailAt: house.clock.now() }));
  }
  expect(week.billed.reads).toBe(reads);
  expect(week.billed.writes / learners).toBeLessThanOrEqual(2.3);
}, 120_000);
