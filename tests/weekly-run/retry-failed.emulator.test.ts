import { expect, test } from 'vitest';
import { recordEvent } from '../../functions/deliveries/record-event.ts';
import { retryFailed } from '../../functions/weekly-run/retry-failed.ts';
import { settleUnknown } from '../../functions/weekly-run/settle-unknown.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { aSesEvent } from '../kit/a-ses-event.ts';
import { fillHouse, mailed } from '../kit/fill-house.ts';

const week = '2026-W48';
const refused = { kind: 'refused', code: 'MESSAGE_REFUSED', error: 'MessageRejected' } as const;

/** A run that is done, and in which SES refused the first mails for these reasons. */
async function doneHouse(...failures: Parameters<House['mailer']['failNext']>): Promise<House> {
  const house = aHouse();
  await fillHouse(house, { customers: 8 });
  house.mailer.failNext(...failures);
  await startRun(house.services, { week, by: 'schedule' });
  await house.deliverAll();
  return house;
}

const books = async (house: House) => (await house.stores.batches.books(week)).counts;

test('failed mails with a reason go out again, once, and the run is done again', async () => {
  const house = await doneHouse(refused, refused, { ...refused, code: 'ADDRESS_REFUSED' });
  expect(await books(house)).toMatchObject({ accepted: 5, failed: 3, pending: 0 });
  const before = mailed(house);

  const reopened = await retryFailed(house.services, { week, reasons: ['MESSAGE_REFUSED'] });
  expect(reopened).toMatchObject({ state: 'sending', finishedAt: null, books: null });
  expect(await books(house)).toMatchObject({ accepted: 5, failed: 1, pending: 2 });

  await house.deliverAll();
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'done', books: { counts: { accepted: 7 } } });
  expect(await books(house)).toMatchObject({ planned: 8, accepted: 7, failed: 1 });
  expect(mailed(house)).toHaveLength(before.length + 2);
  expect(new Set(mailed(house)).size).toBe(7);
});

test('a mail whose event came after it was booked as unknown is booked as accepted, and not sent again', async () => {
  const house = await doneHouse('acceptThenUnknown');
  await settleUnknown(house.services, { week, resend: false });
  expect(await books(house)).toMatchObject({ accepted: 7, failed: 1 });
  const assignmentId = house.mailer.sent[0]?.tags.assignment ?? null;
  await recordEvent(house.services, aSesEvent({ kind: 'send', assignmentId }));
  await retryFailed(house.services, { week, reasons: ['OUTCOME_UNKNOWN'] });
  await house.deliverAll();
  expect(await books(house)).toMatchObject({ accepted: 8, failed: 0, pending: 0 });
  expect(mailed(house)).toHaveLength(8);
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'done' });
});

test('where no mail failed for the reason, the run stays done and nothing is published', async () => {
  const house = await doneHouse(refused);
  const run = await house.stores.runs.get(week);
  expect(await retryFailed(house.services, { week, reasons: ['OUTCOME_UNKNOWN'] })).toEqual(run);
  expect(await house.stores.runs.get(week)).toEqual(run);
  expect(house.queue.waiting).toEqual([]);
});

test('two operators who retry at once bring each mail once', async () => {
  const house = await doneHouse(refused, refused);
  const retry = () => retryFailed(house.services, { week, reasons: ['MESSAGE_REFUSED'] });
  await Promise.all([retry(), retry()].map((each) => each.catch(() => undefined)));
  await house.deliverAll();
  expect(await books(house)).toMatchObject({ accepted: 8, failed: 0 });
  expect(new Set(mailed(house)).size).toBe(mailed(house).length);
});

test.each([
  ['a week without a run', { week: '2026-W40', reasons: ['MESSAGE_REFUSED'] as const }, 'week: 2026-W40 has no run.'],
  ['no reason', { week, reasons: [] as const }, 'reasons: none was given'],
  ['a reason that no failed mail has', { week, reasons: ['PAUSED'] as const }, 'reasons: PAUSED is no reason'],
])('%s is refused by name, and nothing is written', async (_what, command, message) => {
  const house = await doneHouse(refused);
  const before = await house.stores.runs.get(week);
  await expect(retryFailed(house.services, command)).rejects.toThrow(message);
  expect(await house.stores.runs.get(week)).toEqual(before);
});

test('after Thursday 20:00 nothing of the week goes out any more', async () => {
  const house = await doneHouse(refused);
  house.clock.set('2026-11-26T19:00:01Z');
  await expect(retryFailed(house.services, { week, reasons: ['MESSAGE_REFUSED'] })).rejects.toThrow(
    'Thursday at 20:00',
  );
  expect(await books(house)).toMatchObject({ failed: 1 });
});

test('a run that is still sending is not reopened', async () => {
  const house = aHouse();
  await fillHouse(house, { customers: 2 });
  await startRun(house.services, { week, by: 'schedule' });
  await expect(retryFailed(house.services, { week, reasons: ['MESSAGE_REFUSED'] })).rejects.toThrow(
    'the run of 2026-W48 is syncing',
  );
});
