import { describe, expect, test } from 'vitest';
import { recordEvent } from '../../functions/deliveries/record-event.ts';
import type { OutgoingMail } from '../../functions/mail/mailer.ts';
import { pauseRun } from '../../functions/weekly-run/pause-run.ts';
import { resumeRun } from '../../functions/weekly-run/resume-run.ts';
import { settleByEvents } from '../../functions/weekly-run/settle-by-events.ts';
import { settleRun } from '../../functions/weekly-run/settle-run.ts';
import { settleUnknown } from '../../functions/weekly-run/settle-unknown.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { aSesEvent } from '../kit/a-ses-event.ts';
import { fillHouse, mailed } from '../kit/fill-house.ts';

const week = '2026-W48';
const hour = 3_600_000;
const timeout = { kind: 'unknown', error: 'TimeoutError' } as const;

async function startedHouse(customers: number, options: Parameters<typeof aHouse>[0] = {}): Promise<House> {
  const house = aHouse(options);
  await fillHouse(house, { customers });
  await startRun(house.services, { week, by: 'schedule' });
  return house;
}

const counts = async (house: House) => (await house.stores.batches.books(week)).counts;
const runOf = async (house: House) => {
  const run = await house.stores.runs.get(week);
  if (run === null) throw new Error('There is no run.');
  return run;
};
const batchOf = async (house: House, number: number) => {
  const stored = await house.stores.batches.get(week, number);
  if (stored === null) throw new Error(`There is no batch ${number}.`);
  return stored.batch;
};

/** SES tells of a mail that it took it. */
async function tellSend(house: House, mail: OutgoingMail): Promise<void> {
  const assignmentId = mail.tags.assignment ?? null;
  await recordEvent(house.services, aSesEvent({ assignmentId, mailAt: house.clock.now(), recipients: [mail.to] }));
}

const look = async (house: House) => settleByEvents(house.services, await runOf(house));

describe('a run with a mail of unknown outcome', () => {
  test('says in which batches they are, and waits', async () => {
    const house = await startedHouse(4, { batchSize: 2 });
    const refused = { kind: 'refused', code: 'MESSAGE_REFUSED', error: 'MessageRejected' } as const;
    house.mailer.failNext(refused, refused, 'acceptThenUnknown');
    await house.deliverAll();
    expect(await runOf(house)).toMatchObject({ state: 'settling', unknownIn: [2] });
    expect((await runOf(house)).reason).toContain('Mails with an unknown outcome: 1.');
    expect(await look(house)).toBe(0);
    expect((await runOf(house)).state).toBe('settling');
  });

  test('is done at once where the event came before the run wrote what became of the mail', async () => {
    const house = await startedHouse(4);
    house.mailer.onAccepted = (mail) => tellSend(house, mail);
    house.mailer.failNext('acceptThenUnknown');
    await house.deliverAll();
    expect(await runOf(house)).toMatchObject({ state: 'done', reason: null, unknownIn: [] });
    expect((await runOf(house)).books?.counts).toMatchObject({ planned: 4, accepted: 4, unknown: 0 });
    expect(house.mailer.sent).toHaveLength(4);
  });

  test('is done by an event that comes hours later, without a person', async () => {
    const house = await startedHouse(4, { batchSize: 2 });
    house.mailer.failNext('acceptThenUnknown');
    await house.deliverAll();
    house.clock.advance(5 * hour);
    const [mail] = house.mailer.sent;
    if (mail) await tellSend(house, mail);
    expect(await look(house)).toBe(1);
    expect(await runOf(house)).toMatchObject({ state: 'done', reason: null, unknownIn: [] });
    expect(await counts(house)).toMatchObject({ accepted: 4, unknown: 0 });
    expect(house.mailer.sent).toHaveLength(4);
  });

  test('is done by an event that came while it was paused, once it is resumed', async () => {
    const house = await startedHouse(3);
    house.mailer.failNext('acceptThenUnknown');
    await house.deliverAll();
    await pauseRun(house.services, { week, reason: 'A look.' });
    const [mail] = house.mailer.sent;
    if (mail) await tellSend(house, mail);
    expect(await look(house)).toBe(0);
    expect(await counts(house)).toMatchObject({ unknown: 1 });
    await resumeRun(house.services, { week });
    await house.deliverAll();
    expect((await runOf(house)).state).toBe('done');
  });

  test('books the mail as refused where SES rejected it', async () => {
    const house = await startedHouse(3);
    house.mailer.failNext(timeout);
    await house.deliverAll();
    await recordEvent(house.services, aSesEvent({ kind: 'reject', assignmentId: `${week}_shopify-1001` }));
    await look(house);
    expect(await runOf(house)).toMatchObject({ state: 'done' });
    expect((await house.stores.batches.books(week)).reasons).toEqual([{ code: 'MESSAGE_REFUSED', count: 1 }]);
  });

  test('is finished where the instance died after it settled the mails', async () => {
    const house = await startedHouse(3);
    house.mailer.failNext('acceptThenUnknown');
    await house.deliverAll();
    await house.stores.batches.settle(week, 1, ({ outcomes }) => ({
      outcomes: { ...outcomes, 'shopify-1001': { state: 'accepted', sesId: 'fake-1', at: house.clock.now() } },
    }));
    expect(await look(house)).toBe(0);
    expect((await runOf(house)).state).toBe('done');
  });

  test('from before its batches were noted is looked through once', async () => {
    const house = await startedHouse(3);
    house.mailer.failNext('acceptThenUnknown');
    await house.deliverAll();
    await house.stores.runs.change(week, () => ({ unknownIn: [] }));
    await look(house);
    expect((await runOf(house)).unknownIn).toEqual([1]);
  });

  test('is not written again by a look that finds nothing new', async () => {
    const house = await startedHouse(3);
    house.mailer.failNext('acceptThenUnknown');
    await house.deliverAll();
    const { reads, writes } = house.billed;
    await look(house);
    // The run by the test, the batch and the one delivery.
    expect(house.billed).toEqual({ reads: reads + 3, writes });
    await settleRun(house.services, week);
    expect(house.billed.writes).toBe(writes);
  });

  test('is settled by its sums: of its batches only those with unknown mails are read', async () => {
    const house = await startedHouse(8, { batchSize: 2 });
    house.mailer.failNext('acceptThenUnknown');
    await house.deliverAll();
    const { reads } = house.billed;
    await settleRun(house.services, week);
    // The run twice, the sums of four batches, the batch and its one delivery.
    expect(house.billed.reads - reads).toBe(8);
  });
});

describe('a mail without an event', () => {
  /** The first mail is unknown and SES never had it; of the others events came. */
  async function silentHouse(options: Parameters<typeof aHouse>[0] = {}): Promise<House> {
    const house = await startedHouse(4, { batchSize: 2, config: { resendUnknown: true }, ...options });
    house.mailer.failNext(timeout);
    house.mailer.onAccepted = (mail) => tellSend(house, mail);
    await house.deliverAll();
    return house;
  }

  test('is sent once more after six hours, where later mails had their Send event', async () => {
    const house = await silentHouse();
    house.clock.advance(6 * hour - 60_000);
    expect(await look(house)).toBe(0);
    house.clock.advance(60_000);
    expect(await look(house)).toBe(1);
    expect((await batchOf(house, 1)).resentIds).toEqual(['shopify-1001']);
    await house.deliverAll();
    expect((await runOf(house)).state).toBe('done');
    expect(mailed(house)).toEqual([1001, 1002, 1003, 1004].map((number) => `customer-${number}@example.com`));
  });

  test('that was sent once more and is unknown again waits for an operator', async () => {
    const house = await silentHouse();
    house.clock.advance(7 * hour);
    house.mailer.failNext(timeout);
    await look(house);
    await house.deliverAll();
    house.clock.advance(7 * hour);
    expect(await look(house)).toBe(0);
    expect(await runOf(house)).toMatchObject({ state: 'settling', unknownIn: [1] });
    expect((await settleUnknown(house.services, { week, resend: true })).state).toBe('sending');
    await house.deliverAll();
    expect((await runOf(house)).state).toBe('done');
    expect(house.mailer.sent).toHaveLength(4);
  });

  test('is not sent again where the parameter does not allow it', async () => {
    const house = await silentHouse({ config: { resendUnknown: false } });
    house.clock.advance(24 * hour);
    expect(await look(house)).toBe(0);
    expect(house.mailer.sent).toHaveLength(3);
  });

  test('is not sent again where no event of a later mail came: then events do not flow', async () => {
    const house = await startedHouse(4, { batchSize: 2, config: { resendUnknown: true } });
    house.mailer.failNext('acceptThenUnknown');
    await house.deliverAll();
    house.clock.advance(24 * hour);
    expect(await look(house)).toBe(0);
    expect(house.mailer.sent).toHaveLength(4);
  });

  test('is not sent again where only earlier mails had their Send event', async () => {
    const house = await startedHouse(4, { batchSize: 4, config: { resendUnknown: true } });
    house.mailer.onAccepted = (mail) => tellSend(house, mail);
    house.mailer.onSend = async (mail) => {
      house.clock.advance(1_000);
      if (mail.to === 'customer-1003@example.com') house.mailer.failNext(timeout);
    };
    await house.deliverAll();
    house.clock.advance(24 * hour);
    expect(await look(house)).toBe(0);
    expect(await counts(house)).toMatchObject({ accepted: 3, unknown: 1 });
  });

  test('is booked as failed, and the run done, when the week’s sending is over', async () => {
    const house = await silentHouse({ config: { resendUnknown: false } });
    house.clock.set('2026-11-26T18:59:00Z');
    expect(await look(house)).toBe(0);
    house.clock.set('2026-11-26T19:01:00Z');
    expect(await look(house)).toBe(1);
    expect((await runOf(house)).state).toBe('done');
    expect(await counts(house)).toMatchObject({ planned: 4, accepted: 3, failed: 1, unknown: 0, pending: 0 });
  });

  test('is not sent again at the end of the week’s sending', async () => {
    const house = await silentHouse();
    house.clock.set('2026-11-26T19:01:00Z');
    await look(house);
    await house.deliverAll();
    expect(house.mailer.sent).toHaveLength(3);
    expect((await runOf(house)).state).toBe('done');
  });
});

test('an operator’s resend leaves out whose event came by then: nobody gets two mails', async () => {
  const house = await startedHouse(4);
  house.mailer.failNext('acceptThenUnknown', timeout);
  await house.deliverAll();
  const first = house.mailer.sent.find(({ tags }) => tags.assignment === `${week}_shopify-1001`);
  if (first) await tellSend(house, first);
  expect((await settleUnknown(house.services, { week, resend: true })).state).toBe('sending');
  await house.deliverAll();
  expect((await runOf(house)).state).toBe('done');
  expect(mailed(house)).toEqual([1001, 1002, 1003, 1004].map((number) => `customer-${number}@example.com`));
});

test('looks at one moment settle each mail once, and one resend goes out', async () => {
  const house = await startedHouse(4, { batchSize: 2, config: { resendUnknown: true } });
  house.mailer.failNext(timeout);
  house.mailer.onAccepted = (mail) => tellSend(house, mail);
  await house.deliverAll();
  house.clock.advance(7 * hour);
  await Promise.all([look(house), look(house), settleRun(house.services, week)]);
  await house.deliverAll();
  expect((await runOf(house)).state).toBe('done');
  expect(new Set(mailed(house)).size).toBe(4);
  expect(house.mailer.sent).toHaveLength(4);
});
