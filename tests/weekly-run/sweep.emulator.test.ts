import { expect, test } from 'vitest';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { sweep } from '../../functions/weekly-run/sweep.ts';
import { aHouse } from '../kit/a-house.ts';
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
