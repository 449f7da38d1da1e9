import { expect, test } from 'vitest';
import { planPreview } from '../../functions/weekly-run/plan-preview.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { aCustomer, fillHouse, mailed, placeEveryone } from '../kit/fill-house.ts';

async function monday(house: House, week = '2026-W48') {
  await startRun(house.services, { week, by: 'schedule' });
  await house.deliverAll();
  const run = await house.stores.runs.get(week);
  return { run, ...(await house.stores.batches.books(week)) };
}

test('every subscriber of the shop gets exactly one mail, and the run is done', async () => {
  const house = aHouse({ batchSize: 3 });
  await fillHouse(house, { customers: 8 });
  const { run, counts } = await monday(house);
  expect(run).toMatchObject({ state: 'done', sender: null, notices: [] });
  expect(counts).toEqual({ planned: 8, accepted: 8, excluded: 0, failed: 0, unknown: 0, pending: 0 });
  expect(mailed(house)).toEqual(house.shop.customers.map(({ address }) => address).sort());
});

test('the same week again mails nobody, and next week nobody gets a challenge they had', async () => {
  const house = aHouse();
  await fillHouse(house, { customers: 4 });
  await monday(house);
  await placeEveryone(house);
  await monday(house);
  expect(house.mailer.sent).toHaveLength(4);

  for (const [week, at] of [
    ['2026-W49', '2026-11-30T08:00:00Z'],
    ['2026-W50', '2026-12-07T08:00:00Z'],
  ] as const) {
    house.clock.set(at);
    expect((await monday(house, week)).counts).toMatchObject({ planned: 4, accepted: 4 });
  }
  const learner = await house.stores.learners.get('shopify-1001');
  expect(
    Object.values(learner?.weeks ?? {})
      .map(({ challengeId }) => challengeId)
      .sort(),
  ).toEqual(['first-1', 'first-2', null]);
});

test('a sync that finds nothing new writes no learner', async () => {
  const house = aHouse();
  await fillHouse(house, { customers: 5 });
  house.shop.pageSize = 5;
  await monday(house);
  const before = await house.db.collection('learners').get();
  house.clock.set('2026-11-30T08:00:00Z');
  await startRun(house.services, { week: '2026-W49', by: 'schedule' });
  const first = house.queue.waiting.shift();
  expect(first && (await house.deliver(first))).toMatchObject({ customers: 5, written: 0 });
  const after = await house.db.collection('learners').get();
  expect(after.docs.map(({ updateTime }) => updateTime)).toEqual(before.docs.map(({ updateTime }) => updateTime));
});

test('the plan’s hash of a dry run is the hash of the run over the same learners and content', async () => {
  const house = aHouse({ batchSize: 2 });
  await fillHouse(house, { customers: 5 });
  const { run } = await monday(house);
  const again = await planPreview(house.services, '2026-W48');
  expect(again.planHash).toBe(run?.planHash);
  expect(again.counts).toEqual([{ decision: 'QUESTIONNAIRE', code: 'NOT_PLACED_YET', count: 5 }]);
  await placeEveryone(house);
  expect((await planPreview(house.services, '2026-W48')).planHash).not.toBe(run?.planHash);
});

test('of two customers with one address only the earlier is mailed, also when the earlier comes later', async () => {
  const house = aHouse();
  await fillHouse(house, { customers: 1 });
  house.shop.customers.push(
    aCustomer('2002', { address: 'Same@Example.com' }),
    aCustomer('2003', { address: 'same@example.com' }),
  );
  expect((await monday(house)).counts.accepted).toBe(2);
  expect(mailed(house)).toEqual(['Same@Example.com', 'customer-1001@example.com']);
  house.shop.customers.push(aCustomer('1999', { address: 'SAME@example.com' }));
  house.clock.set('2026-11-30T08:00:00Z');
  await monday(house, '2026-W49');
  expect((await house.stores.learners.get('shopify-2002'))?.customer.sharesAddress).toBe(true);
  expect((await house.stores.learners.get('shopify-1999'))?.customer.sharesAddress).toBe(false);
  expect(house.mailer.sent).toHaveLength(4);
});

test('two schedules at once and an operator’s click beside them yield one run and one mail each', async () => {
  const house = aHouse();
  await fillHouse(house, { customers: 3 });
  const starts = (['schedule', 'schedule', 'operator'] as const).map((by) =>
    startRun(house.services, { week: '2026-W48', by }),
  );
  await Promise.all(starts);
  await house.deliverAll();
  expect(mailed(house)).toHaveLength(3);
  expect(await house.stores.runs.list(10)).toHaveLength(1);
});

test('every message delivered three times over leaves everyone with one mail', async () => {
  const house = aHouse({ batchSize: 2 });
  await fillHouse(house, { customers: 5 });
  await startRun(house.services, { week: '2026-W48', by: 'schedule' });
  for (let deliveries = 0; house.queue.waiting.length > 0 && deliveries < 200; deliveries += 1) {
    const message = house.queue.waiting.shift();
    if (message === undefined) break;
    await house.deliver(message);
    if (deliveries < 20) {
      await house.deliver(message);
      await house.deliver(message);
    }
  }
  expect(mailed(house)).toEqual(house.shop.customers.map(({ address }) => address).sort());
  expect((await house.stores.runs.get('2026-W48'))?.state).toBe('done');
});

test('a start beyond the misfire grace waits for an operator, and mails nobody', async () => {
  const house = aHouse({ start: '2026-11-25T08:00:00Z' });
  await fillHouse(house, { customers: 2 });
  const { run } = await monday(house);
  expect(run).toMatchObject({ state: 'paused', reason: expect.stringMatching(/^late:/) });
  expect(house.mailer.sent).toEqual([]);
});

test.each(['2026-W46', '2026-W49', '2027-W01'])(
  'the run of %s cannot be started in 2026-W48, and nothing is written',
  async (week) => {
    const house = aHouse();
    await expect(startRun(house.services, { week, by: 'operator' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('only 2026-W47 to 2026-W48'),
    });
    expect(await house.stores.runs.list(10)).toEqual([]);
    expect(house.queue.waiting).toEqual([]);
  },
);

test('a learner whose document cannot be read is left alone, and the run goes on', async () => {
  const house = aHouse();
  await fillHouse(house, { customers: 3 });
  await house.db.collection('learners').doc('shopify-1002').set({ id: 'shopify-1002', customer: 'broken' });
  const { run, counts } = await monday(house);
  expect(run?.state).toBe('done');
  expect(counts).toMatchObject({ planned: 2, accepted: 2 });
  expect((await house.db.collection('learners').doc('shopify-1002').get()).data()).toEqual({
    id: 'shopify-1002',
    customer: 'broken',
  });
  expect((await planPreview(house.services, '2026-W48')).counts).toContainEqual({
    decision: 'NOBODY',
    code: 'UNREADABLE',
    count: 1,
  });
});
