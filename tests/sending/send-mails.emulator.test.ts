import { expect, test } from 'vitest';
import { undoUnsubscribe } from '../../functions/learners/undo-unsubscribe.ts';
import { unsubscribe } from '../../functions/learners/unsubscribe.ts';
import { cancelRun } from '../../functions/weekly-run/cancel-run.ts';
import { pauseRun } from '../../functions/weekly-run/pause-run.ts';
import { resumeRun } from '../../functions/weekly-run/resume-run.ts';
import { settleUnknown } from '../../functions/weekly-run/settle-unknown.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { sweep } from '../../functions/weekly-run/sweep.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { deliverUntil } from '../kit/deliver-until.ts';
import { fillHouse, mailed } from '../kit/fill-house.ts';
import { runUntilDone } from '../kit/run-until-done.ts';

const week = '2026-W48';

async function startedHouse(customers: number, options: Parameters<typeof aHouse>[0] = {}): Promise<House> {
  const house = aHouse(options);
  await fillHouse(house, { customers });
  await startRun(house.services, { week, by: 'schedule' });
  return house;
}

/** Does something once, when so many mails have been handed over. */
function atMail(mail: number, act: () => Promise<unknown>): () => Promise<void> {
  let handedOver = 0;
  return async () => {
    handedOver += 1;
    if (handedOver === mail) await act();
  };
}

const counts = async (house: House) => (await house.stores.batches.books(week)).counts;
const state = async (house: House) => (await house.stores.runs.get(week))?.state;

test('a mail that SES took before the line dropped is unknown, and is never sent again blindly', async () => {
  const house = await startedHouse(4);
  house.mailer.failNext('acceptThenUnknown');
  await runUntilDone(house, week);
  expect(await counts(house)).toMatchObject({ planned: 4, accepted: 3, unknown: 1, pending: 0 });
  expect(await state(house)).toBe('settling');
  expect(new Set(mailed(house)).size).toBe(4);
  expect(house.mailer.sent).toHaveLength(4);

  const settled = await settleUnknown(house.services, { week, resend: false });
  expect(settled.state).toBe('done');
  expect(await house.stores.batches.books(week)).toMatchObject({
    counts: { planned: 4, accepted: 3, excluded: 0, failed: 1, unknown: 0, pending: 0 },
    reasons: [{ code: 'OUTCOME_UNKNOWN', count: 1 }],
  });
});

test('an operator may have an unknown mail sent again', async () => {
  const house = await startedHouse(3);
  house.mailer.failNext({ kind: 'unknown', error: 'TimeoutError' });
  await runUntilDone(house, week);
  expect(house.mailer.sent).toHaveLength(2);
  expect((await settleUnknown(house.services, { week, resend: true })).state).toBe('sending');
  await house.deliverAll();
  expect(await state(house)).toBe('done');
  expect(new Set(mailed(house)).size).toBe(3);
});

test('what surely was not sent is tried again; what SES refuses for good is recorded with its code', async () => {
  const house = await startedHouse(6);
  house.mailer.failNext(
    { kind: 'unsent', because: 'rate', error: 'Throttling' },
    { kind: 'refused', code: 'ADDRESS_REFUSED', error: 'InvalidParameterValue' },
    { kind: 'unsent', because: 'network', error: 'ECONNREFUSED' },
    { kind: 'unsent', because: 'overloaded', error: 'ServiceUnavailable' },
  );
  await runUntilDone(house, week);
  expect(await house.stores.batches.books(week)).toMatchObject({
    counts: { planned: 6, accepted: 5, excluded: 0, failed: 1, unknown: 0, pending: 0 },
    reasons: [{ code: 'ADDRESS_REFUSED', count: 1 }],
  });
  expect(await state(house)).toBe('done');
});

test('an account-level refusal pauses the run with what to fix, keeps everything, and resume goes on', async () => {
  const house = await startedHouse(5, { batchSize: 3 });
  house.mailer.failNext({ kind: 'account', error: 'AccountSendingPausedException', fix: 'Ask AWS to lift the pause.' });
  await runUntilDone(house, week);
  expect(await house.stores.runs.get(week)).toMatchObject({
    state: 'paused',
    pausedFrom: 'sending',
    sender: null,
    reason: 'Amazon SES: AccountSendingPausedException. Ask AWS to lift the pause.',
  });
  const before = await counts(house);
  expect(before.accepted + before.pending).toBe(5);
  house.queue.waiting.length = 0;
  await resumeRun(house.services, { week });
  await house.deliverAll();
  expect(await counts(house)).toMatchObject({ planned: 5, accepted: 5 });
  expect(mailed(house)).toHaveLength(5);
});

test('when the day’s quota ends the run rests, and goes on by itself', async () => {
  const house = await startedHouse(4);
  house.mailer.failNext({ kind: 'unsent', because: 'daily-quota', error: 'Throttling' });
  await house.deliverAll();
  expect(await state(house)).toBe('sending');
  expect((await counts(house)).pending).toBeGreaterThan(0);
  house.clock.advance(15 * 60_000);
  await sweep(house.services);
  await house.deliverAll();
  expect(await counts(house)).toMatchObject({ planned: 4, accepted: 4 });
  expect(mailed(house)).toHaveLength(4);
});

test('a paused run drops its messages, and resume publishes what it needs', async () => {
  const house = await startedHouse(4);
  await deliverUntil(house, 'send-mails');
  await pauseRun(house.services, { week, reason: 'A look at the first mail.' });
  await house.deliverAll();
  await sweep(house.services);
  await house.deliverAll();
  expect(house.mailer.sent).toEqual([]);
  expect(await counts(house)).toMatchObject({ planned: 4, pending: 4 });

  expect((await resumeRun(house.services, { week })).state).toBe('sending');
  await house.deliverAll();
  expect(await state(house)).toBe('done');
  expect(mailed(house)).toHaveLength(4);
});

test('a pause in the middle stops within five seconds and one group; what was sent is booked', async () => {
  const house = await startedHouse(120);
  house.mailer.onSend = atMail(5, () => pauseRun(house.services, { week, reason: 'Stop.' }));
  await house.deliverAll();
  const stopped = await counts(house);
  // 14 a second for five seconds, and one group of nine.
  expect(stopped.accepted).toBeLessThanOrEqual(5 + 5 * 14 + 9);
  expect(stopped.accepted).toBe(house.mailer.sent.length);
  expect(stopped.pending).toBe(120 - stopped.accepted);
  house.mailer.onSend = undefined;
  await resumeRun(house.services, { week });
  await house.deliverAll();
  expect(await counts(house)).toMatchObject({ planned: 120, accepted: 120 });
  expect(new Set(mailed(house)).size).toBe(120);
});

test('a run that is resumed while its sender still stops goes on all the same', async () => {
  const house = await startedHouse(30);
  house.mailer.onSend = atMail(5, async () => {
    await pauseRun(house.services, { week, reason: 'Stop.' });
    await resumeRun(house.services, { week });
  });
  await house.deliverAll();
  expect(await state(house)).toBe('done');
  expect(new Set(mailed(house)).size).toBe(30);
  expect(mailed(house)).toHaveLength(30);
});

test('a cancelled run sends nothing more and cannot be resumed', async () => {
  const house = await startedHouse(3);
  await cancelRun(house.services, { week, reason: 'The wrong challenge.' });
  await house.deliverAll();
  expect(house.mailer.sent).toEqual([]);
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'failed', reason: 'The wrong challenge.' });
  await expect(resumeRun(house.services, { week })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  await expect(pauseRun(house.services, { week, reason: 'x' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('who unsubscribes in the middle of a run gets nothing from then on, and is booked as excluded', async () => {
  const house = await startedHouse(30);
  house.mailer.onSend = atMail(1, () => unsubscribe(house.services, 'shopify-1030'));
  await house.deliverAll();
  expect(await house.stores.batches.books(week)).toMatchObject({
    counts: { planned: 30, accepted: 29, excluded: 1 },
    reasons: [{ code: 'UNSUBSCRIBED', count: 1 }],
  });
  expect(mailed(house)).not.toContain('customer-1030@example.com');
  const unsubscribedAt = (await house.stores.learners.get('shopify-1030'))?.mail.unsubscribedAt ?? new Date(0);
  await undoUnsubscribe(house.services, 'shopify-1030', unsubscribedAt);
  expect((await house.stores.learners.get('shopify-1030'))?.mail.unsubscribedAt).toBeNull();
});

test('a learner who vanished between plan and mail is excluded, and does not come back as half a document', async () => {
  const house = await startedHouse(3);
  await deliverUntil(house, 'send-mails');
  await house.db.collection('learners').doc('shopify-1002').delete();
  await house.deliverAll();
  expect(await counts(house)).toMatchObject({ planned: 3, accepted: 2, excluded: 1 });
  expect((await house.db.collection('learners').doc('shopify-1002').get()).exists).toBe(false);
});

test('what is pending at the end of the week’s sending is excluded as too late', async () => {
  const house = await startedHouse(3);
  await deliverUntil(house, 'send-mails');
  house.clock.set('2026-11-26T19:30:00Z');
  await house.deliverAll();
  expect(await house.stores.batches.books(week)).toMatchObject({
    counts: { planned: 3, excluded: 3 },
    reasons: [{ code: 'TOO_LATE', count: 3 }],
  });
  expect(await state(house)).toBe('done');
});

test('a canary batch that is mostly refused pauses the run before the others go', async () => {
  const house = await startedHouse(12, { batchSize: 6 });
  house.mailer.failNext(
    ...Array.from(
      { length: 5 },
      () => ({ kind: 'refused', code: 'MESSAGE_REFUSED', error: 'MessageRejected' }) as const,
    ),
  );
  await runUntilDone(house, week);
  expect(await house.stores.runs.get(week)).toMatchObject({
    state: 'paused',
    reason: expect.stringContaining('accepted only 1'),
  });
  expect(await counts(house)).toMatchObject({ planned: 12, failed: 5, pending: 6 });
  await resumeRun(house.services, { week });
  await house.deliverAll();
  expect(await counts(house)).toMatchObject({ planned: 12, accepted: 7, failed: 5 });
});

test('a sender whose time is up hands over to the next by a message', async () => {
  const house = await startedHouse(5, { batchSize: 2 });
  await deliverUntil(house, 'send-mails');
  house.mailer.onSend = atMail(2, async () => house.clock.advance(470_000));
  await house.deliverAll();
  expect(await state(house)).toBe('done');
  expect(mailed(house)).toHaveLength(5);
});

test('of two operators who settle at once, each mail is settled once, and nobody is mailed twice over it', async () => {
  const house = await startedHouse(6);
  house.mailer.failNext({ kind: 'unknown', error: 'TimeoutError' }, { kind: 'unknown', error: 'TimeoutError' });
  await runUntilDone(house, week);
  const batches = await house.stores.batches.all(week);
  // The second operator read the batches while they were unsettled, and acts when the first one’s resend is under way.
  const late = {
    ...house.services,
    stores: async () => ({ ...house.stores, batches: { ...house.stores.batches, all: async () => batches } }),
  };
  house.mailer.onSend = atMail(1, () => settleUnknown(late, { week, resend: true }).catch(() => undefined));
  await settleUnknown(house.services, { week, resend: true });
  await house.deliverAll();
  await runUntilDone(house, week);
  expect(await state(house)).toBe('done');
  expect(mailed(house)).toHaveLength(6);
  expect(new Set(mailed(house)).size).toBe(6);
});

test('when SES leaves one group after the other unknown, the run pauses before all are', async () => {
  const house = await startedHouse(150);
  const lost = Array.from({ length: 150 }, () => ({ kind: 'unknown', error: 'InternalFailure' }) as const);
  house.mailer.failNext(...lost);
  await runUntilDone(house, week);
  expect(await house.stores.runs.get(week)).toMatchObject({
    state: 'paused',
    reason: expect.stringContaining('unknown'),
  });
  const stopped = await counts(house);
  expect(stopped.unknown).toBeLessThanOrEqual(3 * 10);
  expect(stopped.pending).toBe(150 - stopped.unknown);
});

test('while SES cannot be reached the run rests, and goes on by itself when it can', async () => {
  const house = await startedHouse(3);
  house.mailer.failNext(
    ...Array.from({ length: 60 }, () => ({ kind: 'unsent', because: 'network', error: 'ECONNREFUSED' }) as const),
  );
  await house.deliverAll();
  expect(await house.stores.runs.get(week)).toMatchObject({
    state: 'sending',
    sender: null,
    notices: [expect.stringContaining('goes on by itself')],
  });
  await runUntilDone(house, week);
  expect(await counts(house)).toMatchObject({ planned: 3, accepted: 3 });
});

test('what SES accepted is booked also where Firestore fails right after', async () => {
  const house = await startedHouse(20);
  await deliverUntil(house, 'send-mails');
  const message = house.queue.waiting.shift();
  if (message === undefined) throw new Error('Nothing waits.');
  const { getAll } = house.stores.learners;
  let reads = 0;
  house.stores.learners.getAll = async (ids) => {
    reads += 1;
    if (reads === 2) throw new Error('UNAVAILABLE');
    return getAll(ids);
  };
  await expect(house.deliver(message)).rejects.toThrow('UNAVAILABLE');
  expect((await counts(house)).accepted).toBe(house.mailer.sent.length);
  expect(house.mailer.sent.length).toBeGreaterThan(0);
  // Delivered again at once: the lease was given back.
  house.queue.waiting.push(message);
  await house.deliverAll();
  expect(await counts(house)).toMatchObject({ planned: 20, accepted: 20 });
  expect(mailed(house)).toHaveLength(20);
});

test('a challenge that cannot be read pauses the run with what to mend, instead of failing for ever', async () => {
  const house = await startedHouse(2);
  await deliverUntil(house, 'plan-run');
  await house.db.collection('levels').doc('broken').set({ id: 'broken', order: 9, name: 7 });
  await house.deliverAll();
  expect(await house.stores.runs.get(week)).toMatchObject({
    state: 'paused',
    pausedFrom: 'planning',
    reason: expect.stringContaining('levels'),
  });
  await house.db.collection('levels').doc('broken').delete();
  await resumeRun(house.services, { week });
  await house.deliverAll();
  expect(await counts(house)).toMatchObject({ planned: 2, accepted: 2 });
});

test('a resend leaves alone what the learner did with the week meanwhile', async () => {
  const house = await startedHouse(2);
  house.mailer.failNext({ kind: 'unknown', error: 'TimeoutError' }, { kind: 'unknown', error: 'TimeoutError' });
  await runUntilDone(house, week);
  await house.db
    .collection('learners')
    .doc('shopify-1001')
    .update({ [`weeks.${week}.outcome`]: 'PASSED' });
  await settleUnknown(house.services, { week, resend: true });
  await house.deliverAll();
  expect((await house.stores.learners.get('shopify-1001'))?.weeks[week]?.outcome).toBe('PASSED');
});

test('a run that rests when its week’s sending ends closes its books all the same', async () => {
  const house = await startedHouse(3);
  house.mailer.quotaValue = { kind: 'quota', quota: { maxSendRate: 14, max24HourSend: 200, sentLast24Hours: 200 } };
  await house.deliverAll();
  expect(await counts(house)).toMatchObject({ pending: 3 });
  house.clock.set('2026-11-26T19:30:00Z');
  await sweep(house.services);
  await house.deliverAll();
  expect(await counts(house)).toMatchObject({ planned: 3, excluded: 3 });
  expect(await state(house)).toBe('done');
});
