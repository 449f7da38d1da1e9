import { expect, test } from 'vitest';
import type { OutgoingMail } from '../../functions/mail/mailer.ts';
import { pauseRun } from '../../functions/weekly-run/pause-run.ts';
import { resumeRun } from '../../functions/weekly-run/resume-run.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { sweep } from '../../functions/weekly-run/sweep.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { deliverUntil } from '../kit/deliver-until.ts';
import { fillHouse, mailed } from '../kit/fill-house.ts';
import { runUntilDone } from '../kit/run-until-done.ts';

const week = '2026-W48';

/** A house whose run stands right before its mails, in batches of so many. */
async function houseOf(customers: number, batchSize: number): Promise<House> {
  const house = aHouse({ batchSize });
  await fillHouse(house, { customers });
  await startRun(house.services, { week, by: 'schedule' });
  await deliverUntil(house, 'send-mails');
  return house;
}

const learnerOf = (mail: OutgoingMail) => (mail.tags.assignment ?? '').slice(week.length + 1);
const numberOf = (mail: OutgoingMail) => Number(learnerOf(mail).slice('shopify-'.length)) - 1_000;
const counts = async (house: House) => (await house.stores.batches.books(week)).counts;

/** SES answers no mail from the `held`-th on until the `until`-th mail has come. */
function holdAnswers(house: House, { from, until }: { from: number; until: number }): { cameWhileHeld(): boolean } {
  const released = Promise.withResolvers<void>();
  let held = 0;
  let came = false;
  house.mailer.onAccepted = async (mail) => {
    if (numberOf(mail) === until) {
      came = held > 0;
      released.resolve();
    }
    if (numberOf(mail) < from || numberOf(mail) >= until) return;
    held += 1;
    await released.promise;
    held -= 1;
  };
  return { cameWhileHeld: () => came };
}

test('the next group’s mails leave while SES has not answered those of the group before', async () => {
  const house = await houseOf(30, 100);
  const { cameWhileHeld } = holdAnswers(house, { from: 8, until: 12 });
  await house.deliverAll();
  expect(cameWhileHeld()).toBe(true);
  expect(await counts(house)).toMatchObject({ planned: 30, accepted: 30 });
  expect(mailed(house)).toHaveLength(30);
});

test('the next batch’s mails leave while SES has not answered the last ones of the batch before', async () => {
  const house = await houseOf(36, 12);
  const { cameWhileHeld } = holdAnswers(house, { from: 23, until: 26 });
  await house.deliverAll();
  expect(cameWhileHeld()).toBe(true);
  expect(await counts(house)).toMatchObject({ planned: 36, accepted: 36 });
  expect(mailed(house)).toHaveLength(36);
});

test('no mail leaves after the first batch before each answer to the first batch is written', async () => {
  const house = await houseOf(24, 12);
  const open: number[] = [];
  house.mailer.onSend = async (mail) => {
    if (numberOf(mail) !== 13) return;
    const first = await house.stores.batches.get(week, 1);
    open.push(12 - Object.keys(first?.batch.outcomes ?? {}).length);
  };
  await house.deliverAll();
  expect(open).toEqual([0]);
  expect(mailed(house)).toHaveLength(24);
});

test('each mail stands in flight, and nowhere as an outcome, when it leaves; at the end nothing does', async () => {
  const house = await houseOf(60, 25);
  const wrong: string[] = [];
  house.mailer.onSend = async (mail) => {
    const id = learnerOf(mail);
    const { batch } = (await house.stores.batches.get(week, Math.ceil(numberOf(mail) / 25))) ?? {};
    if (!batch?.inFlight?.learnerIds.includes(id) || id in batch.outcomes) wrong.push(id);
  };
  await house.deliverAll();
  expect(wrong).toEqual([]);
  const batches = await house.stores.batches.all(week);
  expect(batches.map(({ batch }) => batch.inFlight)).toEqual([null, null, null]);
  expect(mailed(house)).toHaveLength(60);
});

test('a sender that dies leaves in doubt exactly those whose answer it had not written', async () => {
  const house = await houseOf(40, 100);
  let isDead = false;
  const dying = house.instance({
    before: async () => {
      if (isDead) throw new Error('Dead.');
      return 0;
    },
    after: async () => undefined,
  });
  house.mailer.onAccepted = (mail) => {
    if (numberOf(mail) === 20) isDead = true;
  };
  const message = house.queue.waiting.shift();
  if (message === undefined) throw new Error('Nothing waits.');
  await expect(dying.deliver(message)).rejects.toThrow('Dead.');
  const left = (await house.stores.batches.get(week, 1))?.batch;
  const sent = house.mailer.sent.map(learnerOf);
  const inFlight = left?.inFlight?.learnerIds ?? [];
  expect(sent.filter((id) => !(id in (left?.outcomes ?? {})) && !inFlight.includes(id))).toEqual([]);
  house.clock.advance(11 * 60_000);
  house.queue.waiting.push(message);
  await house.deliverAll();
  expect(await counts(house)).toMatchObject({ planned: 40, unknown: inFlight.length, pending: 0 });
  expect(new Set(mailed(house)).size).toBe(mailed(house).length);
});

test('at an account-level refusal those on their way are booked, and nobody after them is handed over', async () => {
  const house = await houseOf(30, 100);
  const released = Promise.withResolvers<void>();
  let handedOver = 0;
  house.mailer.onSend = async (mail) => {
    handedOver += 1;
    // The fourth is answered before the first three are.
    if (numberOf(mail) === 4) setImmediate(released.resolve);
    if (numberOf(mail) < 4) await released.promise;
  };
  const account = { kind: 'account', error: 'AccountSendingPausedException', fix: 'Ask AWS.' } as const;
  const { send } = house.mailer;
  house.mailer.send = async (mail) => {
    if (numberOf(mail) !== 4) return send(mail);
    await house.mailer.onSend?.(mail);
    return account;
  };
  await house.deliverAll();
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'paused', sender: null });
  const stopped = await counts(house);
  expect(stopped.accepted).toBe(house.mailer.sent.length);
  expect(stopped).toMatchObject({ accepted: handedOver - 1, unknown: 0, failed: 0 });
  expect(handedOver).toBeLessThanOrEqual(9);

  house.mailer.send = send;
  await resumeRun(house.services, { week });
  await house.deliverAll();
  expect(await counts(house)).toMatchObject({ planned: 30, accepted: 30 });
  expect(mailed(house)).toHaveLength(30);
});

test('what is in flight at a pause is sent, awaited and booked', async () => {
  const house = await houseOf(150, 100);
  let isPaused = false;
  house.mailer.onSend = async (mail) => {
    if (numberOf(mail) !== 20 || isPaused) return;
    isPaused = true;
    await pauseRun(house.services, { week, reason: 'Stop.' });
  };
  await house.deliverAll();
  const stopped = await counts(house);
  expect(stopped).toMatchObject({ accepted: house.mailer.sent.length, unknown: 0 });
  expect(stopped.pending).toBe(150 - stopped.accepted);
  expect((await house.stores.batches.all(week)).map(({ batch }) => batch.inFlight)).toEqual([null, null]);
});

test('the run rests before the day’s quota ends, with a reserve for sign-in mails, and goes on by itself', async () => {
  const house = await houseOf(40, 15);
  const quota = { maxSendRate: 14, max24HourSend: 1_000, sentLast24Hours: 963 };
  house.mailer.quotaValue = { kind: 'quota', quota };
  await house.deliverAll();
  // 2 % of 1,000 are kept.
  expect(house.mailer.sent).toHaveLength(980 - 963);
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'sending', sender: null });
  expect(await counts(house)).toMatchObject({ accepted: 17, pending: 23 });

  house.mailer.quotaValue = { kind: 'quota', quota: { ...quota, sentLast24Hours: 980 } };
  house.clock.advance(15 * 60_000);
  await sweep(house.services);
  await house.deliverAll();
  expect(house.mailer.sent).toHaveLength(17);

  house.mailer.quotaValue = { kind: 'quota', quota: { ...quota, sentLast24Hours: 100 } };
  await runUntilDone(house, week);
  expect(await counts(house)).toMatchObject({ planned: 40, accepted: 40 });
  expect(mailed(house)).toHaveLength(40);
});

test('mails that SES did not take count nothing of the day’s quota', async () => {
  const house = await houseOf(12, 100);
  house.mailer.quotaValue = { kind: 'quota', quota: { maxSendRate: 14, max24HourSend: 200, sentLast24Hours: 178 } };
  const unsent = { kind: 'unsent', because: 'rate', error: 'Throttling' } as const;
  house.mailer.failNext(...Array.from({ length: 7 }, () => unsent));
  await house.deliverAll();
  expect(await counts(house)).toMatchObject({ planned: 12, accepted: 12 });
});
