import { describe, expect, test } from 'vitest';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { deliverUntil } from '../kit/deliver-until.ts';
import { type Fate, fate, Killed } from '../kit/fate.ts';
import { fillHouse, mailed } from '../kit/fill-house.ts';
import { runUntilDone } from '../kit/run-until-done.ts';

const week = '2026-W48';
const customers = 5;

/** A house whose run stands right before the first message of a topic. */
async function houseAt(topic: string): Promise<House> {
  const house = aHouse({ batchSize: 3 });
  await fillHouse(house, { customers });
  await startRun(house.services, { week, by: 'schedule' });
  await deliverUntil(house, topic);
  return house;
}

/** Delivers the waiting message to an instance with a fate; Pub/Sub delivers it again where the instance died. */
async function deliverTo(house: House, instanceFate: Fate, opened: { current?: House } = {}): Promise<void> {
  const message = house.queue.waiting.shift();
  if (message === undefined) throw new Error('Nothing waits.');
  const instance = house.instance(instanceFate);
  opened.current = instance;
  const died = await instance
    .deliver(message)
    .then(() => false)
    .catch(() => true);
  await instance.expireTransactions();
  if (died || instanceFate.dead) house.queue.waiting.push(message);
}

/** How many effects the step has where nothing strikes. */
async function effectsOf(topic: string): Promise<string[]> {
  const spared = fate(-1, 'before', () => undefined);
  await deliverTo(await houseAt(topic), spared);
  return spared.effects;
}

async function expectNothingLostOrDoubled(house: House, where: string): Promise<void> {
  const { counts } = await house.stores.batches.books(week);
  const run = await house.stores.runs.get(week);
  expect(counts.planned, where).toBe(customers);
  expect(counts.accepted + counts.excluded + counts.failed + counts.unknown + counts.pending, where).toBe(customers);
  expect(counts.pending, where).toBe(0);
  const addresses = mailed(house);
  expect(new Set(addresses).size, `${where}: somebody was mailed twice`).toBe(addresses.length);
  // Only a mail that was in flight may be missing, and then the books say so.
  expect(addresses.length + counts.unknown, where).toBeGreaterThanOrEqual(customers);
  expect(run?.state, where).toBe(counts.unknown > 0 ? 'settling' : 'done');
}

describe.each(['sync-customers', 'plan-run', 'send-mails'])('an instance that handles %s', (topic) => {
  test.each(['before', 'after'] as const)(
    'may be killed %s any outside effect: nobody is lost, nobody mailed twice',
    async (moment) => {
      const effects = await effectsOf(topic);
      expect(effects.length).toBeGreaterThan(4);
      for (const [at, effect] of effects.entries()) {
        const house = await houseAt(topic);
        const killed = fate(at, moment, () => {
          throw new Killed();
        });
        await deliverTo(house, killed);
        expect(killed.struck, `effect ${at} (${effect})`).toBe(true);
        await runUntilDone(house, week);
        await expectNothingLostOrDoubled(house, `killed ${moment} effect ${at} (${effect})`);
      }
    },
    600_000,
  );
});

test.each(['before', 'after'] as const)(
  'a sender that freezes for 20 minutes %s any effect and wakes after another took over sends nothing twice',
  async (moment) => {
    const effects = await effectsOf('send-mails');
    for (const [at, effect] of effects.entries()) {
      const house = await houseAt('send-mails');
      const instance: { current?: House } = {};
      const frozen = fate(at, moment, async () => {
        house.clock.advance(20 * 60_000);
        await instance.current?.expireTransactions();
        await runUntilDone(house, week);
      });
      await deliverTo(house, frozen, instance);
      expect(frozen.struck, `effect ${at} (${effect})`).toBe(true);
      await runUntilDone(house, week);
      await expectNothingLostOrDoubled(house, `frozen ${moment} effect ${at} (${effect})`);
    }
  },
  600_000,
);

test('a sender that slept between its write and the mail sends none of the group before reading it again', async () => {
  const effects = await effectsOf('send-mails');
  const write = effects.lastIndexOf('commit', effects.indexOf('send'));
  const house = await houseAt('send-mails');
  const slept = fate(write, 'after', () => house.clock.advance(25_000));
  await deliverTo(house, slept);
  const afterwards = slept.effects.slice(write + 1);
  expect(afterwards.slice(0, afterwards.indexOf('send'))).toContain('batchGetDocuments');
  await expectNothingLostOrDoubled(house, 'slept');
});

test('a sender whose lease hardly outlives a request sends nothing more, though nobody took over', async () => {
  const effects = await effectsOf('send-mails');
  const write = effects.lastIndexOf('commit', effects.indexOf('send'));
  const read = effects.lastIndexOf('batchGetDocuments', write);
  const house = await houseAt('send-mails');
  const slept = fate(read, 'before', () => house.clock.advance(575_000));
  await deliverTo(house, slept);
  expect(slept.effects.slice(read + 1)).not.toContain('send');
  await runUntilDone(house, week);
  await expectNothingLostOrDoubled(house, 'slept');
});
