// Mails that an operator puts back to pending, while others come in between.
import { expect, test } from 'vitest';
import type { SendOutcome } from '../../functions/mail/mailer.ts';
import { retryFailed } from '../../functions/weekly-run/retry-failed.ts';
import { settleRun } from '../../functions/weekly-run/settle-run.ts';
import { settleUnknown } from '../../functions/weekly-run/settle-unknown.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { sweep } from '../../functions/weekly-run/sweep.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { Killed } from '../kit/fate.ts';
import { fillHouse, mailed } from '../kit/fill-house.ts';

const week = '2026-W48';
const refused = { kind: 'refused', code: 'MESSAGE_REFUSED', error: 'MessageRejected' } as const;
const timeout = { kind: 'unknown', error: 'TimeoutError' } as const;

/** A run of three batches of four mails, about to be mailed; the first mail of each batch ends otherwise than the others. */
async function startedHouse(...ends: [SendOutcome, SendOutcome, SendOutcome]): Promise<House> {
  const house = aHouse({ batchSize: 4 });
  await fillHouse(house, { customers: 12 });
  const firsts = [1001, 1005, 1009].map((number) => `customer-${number}@example.com`);
  const left = new Map(firsts.map((address, at) => [address, ends[at]]));
  const { send } = house.mailer;
  house.mailer.send = async (mail) => {
    const end = left.get(mail.to);
    left.delete(mail.to);
    return end ?? send(mail);
  };
  await startRun(house.services, { week, by: 'schedule' });
  return house;
}

async function mailedHouse(...ends: Parameters<typeof startedHouse>): Promise<House> {
  const house = await startedHouse(...ends);
  await house.deliverAll();
  return house;
}

const retry = (house: House) => retryFailed(house.services, { week, reasons: ['MESSAGE_REFUSED'] });
const resend = (house: House) => settleUnknown(house.services, { week, resend: true });
const counts = async (house: House) => (await house.stores.batches.books(week)).counts;

/** Once, before the batch is settled that comes after so many others. */
function beforeBatch(house: House, settledBefore: number, act: () => Promise<unknown>): void {
  const { settle } = house.stores.batches;
  let settled = 0;
  house.stores.batches.settle = async (...args) => {
    settled += 1;
    if (settled === settledBefore + 1) await act();
    return settle(...args);
  };
}

test.each([
  ['retried', 'the first', 0, retry, refused],
  ['retried', 'the second', 1, retry, refused],
  ['sent again', 'the first', 0, resend, timeout],
  ['sent again', 'the second', 1, resend, timeout],
] as const)('mails are %s to the last, though a sweep comes before %s batch', async (_how, _where, at, click, end) => {
  const house = await mailedHouse(end, end, end);
  beforeBatch(house, at, () => sweep(house.services));
  await click(house);
  await house.deliverAll();
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'done', sender: null });
  expect(await counts(house)).toMatchObject({ planned: 12, accepted: 12, pending: 0 });
  expect(new Set(mailed(house)).size).toBe(mailed(house).length);
});

test('who read the books before mails were put back does not end the run by them', async () => {
  const house = await startedHouse(refused, refused, refused);
  const { tallies } = house.stores.batches;
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  house.stores.batches.tallies = async (of) => {
    house.stores.batches.tallies = tallies;
    const found = await tallies(of);
    reached.resolve();
    await released.promise;
    return found;
  };
  const sender = house.deliverAll();
  await reached.promise;
  expect(await settleRun(house.services, week)).toBe('done');
  expect((await retry(house)).state).toBe('sending');
  released.resolve();
  await sender;
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'done', books: { counts: { accepted: 12 } } });
  expect(await counts(house)).toMatchObject({ accepted: 12, pending: 0 });
});

test('where an instance dies between two batches, the sweep goes on when its lease has ended', async () => {
  const house = await mailedHouse(refused, refused, timeout);
  const { change } = house.stores.runs;
  const { settle } = house.stores.batches;
  const die = async () => {
    throw new Killed();
  };
  beforeBatch(house, 1, async () => {
    house.stores.runs.change = die;
    return die();
  });
  await expect(retry(house)).rejects.toThrow(Killed);
  house.stores.runs.change = change;
  house.stores.batches.settle = settle;

  expect(await sweep(house.services)).toEqual({ active: 1, published: 0 });
  expect(await counts(house)).toMatchObject({ pending: 1, failed: 1, unknown: 1 });
  house.clock.advance(10 * 60_000);
  expect(await sweep(house.services)).toEqual({ active: 1, published: 1 });
  await house.deliverAll();
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'settling', unknownIn: [3] });
  expect(await counts(house)).toMatchObject({ pending: 0, failed: 1, unknown: 1 });
});

test('a fault in the middle gives the run back at once', async () => {
  const house = await mailedHouse(refused, refused, refused);
  beforeBatch(house, 1, async () => {
    throw new Error('The database is away.');
  });
  await expect(retry(house)).rejects.toThrow('The database is away.');
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'settling', sender: null, reason: null });
  await sweep(house.services);
  await house.deliverAll();
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'done' });
  expect(await counts(house)).toMatchObject({ accepted: 10, failed: 2 });
});

test('while one operator puts mails back, another is refused and told when to come again', async () => {
  const house = await mailedHouse(refused, refused, timeout);
  const others: unknown[] = [];
  beforeBatch(house, 1, async () => {
    for (const click of [retry, resend]) others.push(await click(house).catch((error: unknown) => error));
  });
  await retry(house);
  const message = expect.stringContaining('Try again in ten minutes.');
  expect(others).toMatchObject([
    { code: 'BAD_USER_INPUT', message },
    { code: 'BAD_USER_INPUT', message },
  ]);
  await house.deliverAll();
  expect(await counts(house)).toMatchObject({ accepted: 11, unknown: 1 });
});

test('a run that was done says since when it goes on again, and one that was not does not', async () => {
  const house = await mailedHouse(refused, refused, refused);
  house.clock.advance(48 * 3_600_000);
  const now = house.clock.now();
  expect(await retry(house)).toMatchObject({ finishedAt: null, reopenedAt: now });
  const waiting = await mailedHouse(timeout, refused, refused);
  expect(await retry(waiting)).toMatchObject({ state: 'sending', reopenedAt: null });
});
