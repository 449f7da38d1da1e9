import { describe, expect, test } from 'vitest';
import { AppError } from '../../functions/errors.ts';
import { beginStep } from '../../functions/weekly-run/begin-step.ts';
import { pauseRun } from '../../functions/weekly-run/pause-run.ts';
import { planRun } from '../../functions/weekly-run/plan-run.ts';
import { resumeRun } from '../../functions/weekly-run/resume-run.ts';
import { abandonLease, releaseLease, takeLease } from '../../functions/weekly-run/sender-lease.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { sweep } from '../../functions/weekly-run/sweep.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { aRun } from '../kit/a-run.ts';
import { deliverUntil } from '../kit/deliver-until.ts';
import type { Published } from '../kit/fake-queue.ts';
import { Killed } from '../kit/fate.ts';
import { fillHouse, mailed } from '../kit/fill-house.ts';

const week = '2026-W48';
const topics = ['sync-customers', 'plan-run', 'send-mails'];

/** A house whose run stands right before the first message of a topic, and that message. */
async function houseAt(topic: string): Promise<{ house: House; message: Published }> {
  const house = aHouse();
  await fillHouse(house, { customers: 3 });
  await startRun(house.services, { week, by: 'schedule' });
  await deliverUntil(house, topic);
  const message = house.queue.waiting.shift();
  if (message === undefined) throw new Error(`${topic} does not wait.`);
  return { house, message };
}

/** An instance that begins the step, and dies before it does anything else. */
async function dieIn(house: House, message: Published): Promise<void> {
  const begun: string[] = [];
  let hasWritten = false;
  const dying = house.instance({
    async before(name) {
      if (hasWritten) throw new Killed();
      return begun.push(name) - 1;
    },
    async after(effect) {
      hasWritten ||= begun[effect] === 'commit';
    },
  });
  await dying.deliver(message).catch(() => undefined);
  await dying.expireTransactions();
  // Past the lease of a sender that died.
  house.clock.advance(5 * 60_000);
}

describe.each(topics)('a %s step', (topic) => {
  test('that dies each time pauses the run at its 21st try, mails nobody, and goes on when it is resumed', async () => {
    const { house, message } = await houseAt(topic);
    let deaths = 0;
    for (; deaths < 60 && (await house.stores.runs.get(week))?.state !== 'paused'; deaths += 1) {
      await dieIn(house, message);
    }
    expect(await house.stores.runs.get(week)).toMatchObject({
      state: 'paused',
      reason: expect.stringMatching(/^The step (sync:1:1|plan:0|send) was begun 20 times, and never ended\./),
      pause: { by: 'ITSELF' },
      tries: null,
    });
    // A sender's lease outlives it: the messages in between find it held, and are no tries.
    expect(deaths).toBeGreaterThanOrEqual(21);
    expect(house.mailer.sent).toEqual([]);
    house.queue.waiting.length = 0;
    await sweep(house.services);
    expect(house.queue.waiting).toEqual([]);

    await resumeRun(house.services, { week });
    await house.deliverAll();
    expect((await house.stores.batches.books(week)).counts).toMatchObject({ planned: 3, accepted: 3 });
    expect(new Set(mailed(house)).size).toBe(3);
  }, 120_000);

  test('of a week whose sending is over mails nobody, and says so', async () => {
    const { house, message } = await houseAt(topic);
    house.clock.set('2026-11-30T08:00:00Z');
    await house.deliver(message);
    await house.deliverAll();
    const run = await house.stores.runs.get(week);
    if (topic === 'send-mails') {
      expect(run?.state).toBe('done');
      expect((await house.stores.batches.books(week)).reasons).toEqual([{ code: 'TOO_LATE', count: 3 }]);
    } else {
      expect(run).toMatchObject({
        state: 'paused',
        reason: expect.stringMatching(/^late: the sending of 2026-W48 ended/),
      });
      await resumeRun(house.services, { week });
      await house.deliverAll();
      expect((await house.stores.runs.get(week))?.state).toBe('paused');
    }
    expect(house.mailer.sent).toEqual([]);
    expect(house.queue.waiting).toEqual([]);
  });
});

test('while Shopify is away no try is counted: after three hours the run goes on without the walk', async () => {
  const { house, message } = await houseAt('sync-customers');
  house.shop.failNext = 999;
  for (let tries = 0; tries < 30; tries += 1) {
    await expect(house.deliver(message)).rejects.toBeInstanceOf(AppError);
    house.clock.advance(6 * 60_000 - 1);
  }
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'syncing', tries: null });
  house.clock.advance(60_000);
  await house.deliver(message);
  expect((await house.stores.runs.get(week))?.state).toBe('planning');
});

test('a step that moves on begins its count anew', async () => {
  const house = aHouse();
  await house.stores.runs.createOnce(aRun({ state: 'syncing' }));
  const begin = async (step: string) => (await beginStep(house.services, week, { state: 'syncing', step }))?.tries;
  for (let tries = 1; tries <= 20; tries += 1)
    expect(await begin('sync:1:1')).toEqual({ step: 'sync:1:1', count: tries });
  expect(await begin('sync:1:2')).toEqual({ step: 'sync:1:2', count: 1 });
  expect(await beginStep(house.services, week, { state: 'planning', step: 'plan:0' })).toBeNull();
});

test('who resumes a run gives its step all its tries again', async () => {
  const house = aHouse();
  await house.stores.runs.createOnce(aRun({ state: 'planning', tries: { step: 'plan:0', count: 19 } }));
  await pauseRun(house.services, { week, reason: 'A look at the log.' });
  await resumeRun(house.services, { week });
  const begun = await beginStep(house.services, week, { state: 'planning', step: 'plan:0' });
  expect(begun).toMatchObject({ tries: { step: 'plan:0', count: 1 }, pause: null });
});

describe('the tries of senders', () => {
  async function sending(): Promise<House> {
    const house = aHouse();
    await house.stores.runs.createOnce(aRun({ state: 'sending' }));
    return house;
  }
  const triesOf = async (house: House) => (await house.stores.runs.get(week))?.tries;

  test('end with an orderly end: a hand-over, or a rest until there is quota again', async () => {
    const house = await sending();
    for (let rests = 0; rests < 30; rests += 1) {
      expect((await takeLease(house.services, week, `sender-${rests}`))?.tries).toEqual({ step: 'send', count: 1 });
      await releaseLease(house.services, week, `sender-${rests}`);
    }
    expect(await triesOf(house)).toBeNull();
  });

  test('are counted where senders end by a fault, and the 21st does not begin', async () => {
    const house = await sending();
    for (let tries = 1; tries <= 20; tries += 1) {
      expect(await takeLease(house.services, week, `sender-${tries}`)).not.toBeNull();
      await abandonLease(house.services, week, `sender-${tries}`);
    }
    expect(await takeLease(house.services, week, 'sender-21')).toBeNull();
    expect(await house.stores.runs.get(week)).toMatchObject({ state: 'paused', pausedFrom: 'sending', sender: null });
  });

  test('are not those who find the lease held', async () => {
    const house = await sending();
    await takeLease(house.services, week, 'holder');
    for (let others = 0; others < 25; others += 1) expect(await takeLease(house.services, week, 'other')).toBeNull();
    expect(await triesOf(house)).toEqual({ step: 'send', count: 1 });
  });
});

test.each([
  ['by one planner', false],
  ['by planners of one batch each', true],
])('planned %s, the run says for how many weeks there is content left to who has the least', async (_by, handsOver) => {
  const house = aHouse({ batchSize: 2 });
  await fillHouse(house, { customers: 5 });
  await startRun(house.services, { week, by: 'schedule' });
  await deliverUntil(house, 'plan-run');
  const { db, stores } = house;
  const place = (id: string, weeks: object) =>
    db
      .collection('learners')
      .doc(id)
      .update({ levelId: 'first', ...weeks });
  const releasedAt = new Date('2026-11-16T08:00:00Z');
  const had = { 'weeks.2026-W47': { challengeId: 'first-1', releasedAt, outcome: 'OPEN', answeredAt: null } };
  await place('shopify-1001', {});
  await place('shopify-1003', had);
  await place('shopify-1004', {});
  while (handsOver && (await stores.runs.get(week))?.state === 'planning') {
    await planRun(house.services, { week, deadline: house.clock.now() });
  }
  await house.deliverAll();
  expect((await stores.runs.get(week))?.contentWeeksLeft).toBe(1);
  const left = (await stores.batches.all(week)).map(({ batch }) => batch.contentWeeksLeft);
  expect(left).toEqual(handsOver ? [2, 2, 1, 1, 1] : [2, 1, 1]);
});
