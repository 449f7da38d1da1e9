import { expect, test } from 'vitest';
import { pauseRun } from '../../functions/weekly-run/pause-run.ts';
import { resumeRun } from '../../functions/weekly-run/resume-run.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { deliverUntil } from '../kit/deliver-until.ts';
import { aCustomer, fillHouse } from '../kit/fill-house.ts';

const weeks = { '2026-W48': '2026-11-23T08:00:00Z', '2026-W49': '2026-11-30T08:00:00Z' };

/** Syncs the shop in a week, up to the plan. */
async function sync(house: House, week: keyof typeof weeks) {
  house.clock.set(weeks[week]);
  await startRun(house.services, { week, by: 'schedule' });
  await deliverUntil(house, 'plan-run');
  house.queue.waiting.length = 0;
  return house.stores.runs.get(week);
}

async function syncedHouse(customers: number): Promise<House> {
  const house = aHouse();
  await fillHouse(house, { customers });
  await sync(house, '2026-W48');
  return house;
}

const entitled = async (house: House, id: string) => (await house.stores.learners.get(id))?.customer.entitled;

test('a customer who is absent from a complete walk, and by id, is no longer entitled', async () => {
  const house = await syncedHouse(5);
  house.shop.customers.splice(2, 1);
  const run = await sync(house, '2026-W49');
  expect(run?.notices).toEqual([]);
  expect(await entitled(house, 'shopify-1003')).toBe(false);
  expect(await entitled(house, 'shopify-1002')).toBe(true);
});

test('a customer whom only the index does not show keeps what they bought', async () => {
  const house = await syncedHouse(5);
  house.shop.lagging.add('1003');
  await sync(house, '2026-W49');
  expect((await house.stores.learners.get('shopify-1003'))?.customer).toMatchObject({
    entitled: true,
    evidence: 'ORDERS',
  });
  expect(house.shop.calls).toContain('customer 1003');
});

test('a walk that does not meet everyone is walked once more, and then believed', async () => {
  const house = await syncedHouse(5);
  house.shop.truncateNext = true;
  const run = await sync(house, '2026-W49');
  expect(run?.notices).toEqual([]);
  expect(await house.stores.pages.ofWalk('2026-W49', 2)).not.toEqual([]);
  expect(await entitled(house, 'shopify-1005')).toBe(true);
});

test('a walk that is incomplete twice takes nothing away, and says so', async () => {
  const house = await syncedHouse(5);
  house.shop.customers.splice(0, 1);
  const buyers = house.shop.buyers;
  house.shop.buyers = async (after) => ({ ...(await buyers(after)), totalCount: 99 });
  const run = await sync(house, '2026-W49');
  expect(run?.notices).toEqual(['The walk over Shopify’s customers met 4 of 99: nobody was taken away.']);
  expect(await entitled(house, 'shopify-1001')).toBe(true);
});

test('when more are absent than can be believed, nobody is taken away', async () => {
  const house = await syncedHouse(30);
  house.shop.customers.splice(0, 25);
  const run = await sync(house, '2026-W49');
  expect(run?.notices[0]).toMatch(/^More than 20 learners were absent/);
  expect(await entitled(house, 'shopify-1001')).toBe(true);
});

test('while Shopify fails the step throws, to be delivered again; after three hours the run goes on without', async () => {
  const house = await syncedHouse(3);
  house.clock.set(weeks['2026-W49']);
  await startRun(house.services, { week: '2026-W49', by: 'schedule' });
  const step = house.queue.waiting.shift();
  if (step === undefined) throw new Error('Nothing was published.');
  house.shop.failNext = 99;
  await expect(house.deliver(step)).rejects.toMatchObject({ code: 'SHOPIFY_FAILED' });
  house.clock.advance(3 * 3_600_000 + 1);
  expect(await house.deliver(step)).toMatchObject({ did: 'left' });
  expect(await house.stores.runs.get('2026-W49')).toMatchObject({
    state: 'planning',
    notices: [expect.stringContaining('could not be read within 3 hours')],
  });
  await house.deliverAll();
  expect(await house.stores.batches.books('2026-W49')).toMatchObject({ counts: { planned: 3, accepted: 3 } });
});

test('a consent that is withdrawn in the shop is withdrawn here, and a name that changed is changed', async () => {
  const house = await syncedHouse(2);
  house.shop.customers[0] = aCustomer('1001', { consent: 'UNSUBSCRIBED', firstName: 'Grace' });
  await sync(house, '2026-W49');
  expect((await house.stores.learners.get('shopify-1001'))?.customer).toMatchObject({
    consent: 'UNSUBSCRIBED',
    firstName: 'Grace',
  });
});

test('the sync never touches what is the learner’s own: level, pause, weeks', async () => {
  const house = await syncedHouse(1);
  const own = { levelId: 'first', passes: 2, 'mail.pausedUntil': new Date('2026-12-07T00:00:00Z') };
  await house.db.collection('learners').doc('shopify-1001').update(own);
  house.shop.customers[0] = aCustomer('1001', { firstName: 'Grace', address: 'new@example.com' });
  await sync(house, '2026-W49');
  expect(await house.stores.learners.get('shopify-1001')).toMatchObject({
    customer: { firstName: 'Grace', addressKey: 'new@example.com' },
    levelId: 'first',
    passes: 2,
    mail: { pausedUntil: new Date('2026-12-07T00:00:00Z') },
  });
});

test('what is known of an address meets its new holder', async () => {
  const house = aHouse();
  await fillHouse(house, { customers: 2 });
  const since = new Date('2026-10-01T00:00:00Z');
  const { addressHash } = await import('../../functions/mail/address-hash.ts');
  const suppress = (address: string, reason: string) =>
    house.db
      .collection('suppressions')
      .doc(addressHash(address, house.services.config.addressHashKey))
      .set({ reason, since });
  await suppress('customer-1001@example.com', 'COMPLAINT');
  await suppress('customer-1002@example.com', 'UNSUBSCRIBED');
  await sync(house, '2026-W48');
  expect((await house.stores.learners.get('shopify-1001'))?.mail.suppressed).toEqual({ reason: 'COMPLAINT', since });
  expect((await house.stores.learners.get('shopify-1002'))?.mail).toMatchObject({
    suppressed: null,
    unsubscribedAt: since,
  });
});

test('a page of a paused run, or one that nobody asked for, is acknowledged and dropped', async () => {
  const house = await syncedHouse(2);
  const step = { topic: 'sync-customers', data: { week: '2026-W48', walk: 1, page: 1 } };
  expect(await house.deliver(step)).toMatchObject({ did: 'dropped' });
  house.clock.set(weeks['2026-W49']);
  await startRun(house.services, { week: '2026-W49', by: 'schedule' });
  expect(await house.deliver({ ...step, data: { week: '2026-W49', walk: 1, page: 7 } })).toMatchObject({
    did: 'dropped',
  });
});

test('a sync that was paused for hours begins again: consent that was withdrawn meanwhile counts', async () => {
  const house = await syncedHouse(5);
  house.clock.set(weeks['2026-W49']);
  await startRun(house.services, { week: '2026-W49', by: 'schedule' });
  const first = house.queue.waiting.shift();
  if (first) await house.deliver(first);
  await pauseRun(house.services, { week: '2026-W49', reason: 'Lunch.' });
  house.clock.advance(5 * 3_600_000);
  house.shop.customers[0] = aCustomer('1001', { consent: 'UNSUBSCRIBED' });
  await resumeRun(house.services, { week: '2026-W49' });
  await house.deliverAll();
  expect(await house.stores.runs.get('2026-W49')).toMatchObject({ state: 'done', notices: [] });
  expect(await house.stores.batches.books('2026-W49')).toMatchObject({ counts: { planned: 4, accepted: 4 } });
});

test('a run that started late and is resumed hours later syncs like any other', async () => {
  const house = aHouse({ start: '2026-11-25T08:00:00Z' });
  await fillHouse(house, { customers: 3 });
  expect(await startRun(house.services, { week: '2026-W48', by: 'schedule' })).toMatchObject({ state: 'paused' });
  house.clock.advance(4 * 3_600_000);
  await resumeRun(house.services, { week: '2026-W48' });
  await house.deliverAll();
  expect(await house.stores.batches.books('2026-W48')).toMatchObject({ counts: { planned: 3, accepted: 3 } });
});

test('when the first holder of an address leaves, the other one is mailed from then on', async () => {
  const house = await syncedHouse(1);
  house.shop.customers.push(
    aCustomer('2002', { address: 'same@example.com' }),
    aCustomer('2003', { address: 'same@example.com' }),
  );
  await sync(house, '2026-W49');
  expect((await house.stores.learners.get('shopify-2003'))?.customer.sharesAddress).toBe(true);
  house.shop.customers = house.shop.customers.filter(({ number }) => number !== '2002');
  house.clock.set('2026-12-07T08:00:00Z');
  await startRun(house.services, { week: '2026-W50', by: 'schedule' });
  await deliverUntil(house, 'plan-run');
  expect((await house.stores.learners.get('shopify-2003'))?.customer.sharesAddress).toBe(false);
});

test('messages that came three times over end as one chain', async () => {
  const house = await syncedHouse(9);
  house.clock.set(weeks['2026-W49']);
  await startRun(house.services, { week: '2026-W49', by: 'schedule' });
  const first = house.queue.waiting[0];
  if (first) house.queue.waiting.push(first, first);
  const starts: Promise<object>[] = house.queue.waiting.splice(0).map((message) => house.deliver(message));
  await Promise.all(starts);
  expect(house.queue.waiting).toHaveLength(1);
});
