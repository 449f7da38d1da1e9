import { expect, test } from 'vitest';
import { recordEvent } from '../../functions/deliveries/record-event.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { sweep } from '../../functions/weekly-run/sweep.ts';
import { aHouse } from '../kit/a-house.ts';
import { aRun } from '../kit/a-run.ts';
import { aSesEvent } from '../kit/a-ses-event.ts';
import { deliverUntil } from '../kit/deliver-until.ts';
import { fillHouse, mailed } from '../kit/fill-house.ts';

const week = '2026-W48';

test.each(['sync-customers', 'plan-run', 'send-mails'])(
  'a %s message that was lost is published by the sweep',
  async (topic) => {
    const house = aHouse();
    await fillHouse(house, { customers: 3 });
    await startRun(house.services, { week, by: 'schedule' });
    await deliverUntil(house, topic);
    house.queue.waiting.length = 0;
    house.clock.advance(11 * 60_000);
    expect(await sweep(house.services)).toEqual({ active: 1, published: 1 });
    await house.deliverAll();
    expect((await house.stores.runs.get(week))?.state).toBe('done');
    expect(mailed(house)).toHaveLength(3);
  },
);

test('a run that moves is left alone, and so is one that is done', async () => {
  const house = aHouse();
  await fillHouse(house, { customers: 3 });
  await startRun(house.services, { week, by: 'schedule' });
  await deliverUntil(house, 'plan-run');
  expect(await sweep(house.services)).toEqual({ active: 1, published: 0 });
  await house.deliverAll();
  expect(await sweep(house.services)).toEqual({ active: 0, published: 0 });
});

test('a run that a sender with a lease works on is left alone', async () => {
  const house = aHouse();
  await fillHouse(house, { customers: 3 });
  await startRun(house.services, { week, by: 'schedule' });
  await deliverUntil(house, 'send-mails');
  const expiresAt = new Date(house.clock.now().getTime() + 60_000);
  await house.stores.runs.change(week, () => ({ sender: { id: 'another', expiresAt } }));
  expect(await sweep(house.services)).toEqual({ active: 1, published: 0 });
  house.clock.advance(61_000);
  expect(await sweep(house.services)).toEqual({ active: 1, published: 1 });
});

test('a mail of unknown outcome is settled by the sweep after its event came, also while the run waits for an operator', async () => {
  const house = aHouse();
  await fillHouse(house, { customers: 3 });
  house.mailer.failNext('acceptThenUnknown');
  await startRun(house.services, { week, by: 'schedule' });
  await house.deliverAll();
  expect(await sweep(house.services)).toEqual({ active: 1, published: 0 });
  const waits = await house.stores.runs.get(week);
  expect(waits).toMatchObject({ state: 'settling', reason: expect.stringContaining('unknown outcome: 1') });
  const unknown = house.mailer.sent[0];
  await recordEvent(
    house.services,
    aSesEvent({ kind: 'send', assignmentId: unknown?.tags.assignment ?? null, sesId: 'fake-1' }),
  );
  await sweep(house.services);
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'done', reason: null });
  expect((await house.stores.batches.books(week)).counts).toMatchObject({ planned: 3, accepted: 3, unknown: 0 });
  expect(house.mailer.sent).toHaveLength(3);
});

test('a run that cannot be woken keeps no other from being woken', async () => {
  const house = aHouse();
  await house.stores.runs.createOnce(aRun({ week: '2026-W47', state: 'syncing' }));
  await house.stores.runs.createOnce(aRun({ state: 'syncing' }));
  house.clock.advance(60 * 60_000);
  const pages = house.stores.pages.last;
  house.stores.pages.last = async (of) => {
    if (of === '2026-W47') throw new Error('The database is away.');
    return pages(of);
  };
  await expect(sweep(house.services)).rejects.toThrow('The database is away.');
  expect(house.queue.waiting.map(({ data }) => data.week)).toEqual([week]);
});

test('a run whose documents cannot be read is paused, and says what to mend', async () => {
  const house = aHouse();
  await house.stores.runs.createOnce(aRun({ state: 'planning' }));
  await house.db.collection(`weeklyRuns/${week}/batches`).doc('000001').set({ number: 1, broken: true });
  house.clock.advance(60 * 60_000);
  expect(await sweep(house.services)).toEqual({ active: 1, published: 0 });
  expect(await house.stores.runs.get(week)).toMatchObject({
    state: 'paused',
    reason: expect.stringMatching(/^A document of batches does not fit its shape: .* Mend it, then resume\.$/),
  });
});
