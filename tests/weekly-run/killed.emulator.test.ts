import { expect, test } from 'vitest';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { brokenPromises } from '../kit/broken-promises.ts';
import { deliverUntil } from '../kit/deliver-until.ts';
import { type Fate, fate } from '../kit/fate.ts';
import { fillHouse } from '../kit/fill-house.ts';
import { watchMails } from '../kit/ses-feed.ts';
import { settleDown } from '../kit/settle-down.ts';

const week = '2026-W48';
const learnerIds = ['1001', '1002', '1003', '1004', '1005'].map((number) => `shopify-${number}`);

/** A house whose run stands right before the first message to the sender, and a sender with a fate. */
async function senderWith(ownFate: Fate): Promise<{ house: House; send(): Promise<void> }> {
  const house = aHouse({ batchSize: 3 });
  watchMails(house);
  await fillHouse(house, { customers: learnerIds.length });
  await startRun(house.services, { week, by: 'schedule' });
  await deliverUntil(house, 'send-mails');
  const message = house.queue.waiting.shift();
  if (message === undefined) throw new Error('Nothing waits.');
  const instance = house.instance(ownFate);
  return { house, send: async () => void (await instance.deliver(message)) };
}

/** The effects of a sender that nothing befalls. */
async function effectsOfSender(): Promise<string[]> {
  const spared = fate(-1, 'before', () => undefined);
  await (await senderWith(spared)).send();
  return spared.effects;
}

async function expectKept(house: House): Promise<void> {
  await settleDown(house, week);
  expect(await brokenPromises(house, { week, learnerIds, endsAs: 'done' })).toEqual([]);
}

test('a sender that slept between its write and the mail sends none of the group before reading it again', async () => {
  const effects = await effectsOfSender();
  const write = effects.lastIndexOf('commit', effects.indexOf('send'));
  const slept = fate(write, 'after', () => house.clock.advance(25_000));
  const { house, send } = await senderWith(slept);
  await send();
  const afterwards = slept.effects.slice(write + 1);
  expect(afterwards.slice(0, afterwards.indexOf('send'))).toContain('batchGetDocuments');
  await expectKept(house);
});

test('a sender whose lease hardly outlives a request sends nothing more, though nobody took over', async () => {
  const effects = await effectsOfSender();
  const write = effects.lastIndexOf('commit', effects.indexOf('send'));
  const read = effects.lastIndexOf('batchGetDocuments', write);
  const slept = fate(read, 'before', () => house.clock.advance(575_000));
  const { house, send } = await senderWith(slept);
  await send();
  expect(slept.effects.slice(read + 1)).not.toContain('send');
  await expectKept(house);
});
