// What a release writes that keeps no sums beside the outcomes, and what this one makes of it.
import { expect, test } from 'vitest';
import { resumeRun } from '../../functions/weekly-run/resume-run.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { deliverUntil } from '../kit/deliver-until.ts';
import { fillHouse, mailed } from '../kit/fill-house.ts';

const week = '2026-W48';

/** A house whose run of two batches stands right before its mails. */
async function houseOfTwo(): Promise<House> {
  const house = aHouse({ batchSize: 4 });
  await fillHouse(house, { customers: 8 });
  await startRun(house.services, { week, by: 'schedule' });
  await deliverUntil(house, 'send-mails');
  return house;
}

/** Delivers what waits, at most so many messages; gives how many. */
async function deliverAtMost(house: House, messagesMax: number): Promise<number> {
  let delivered = 0;
  for (; delivered < messagesMax; delivered += 1) {
    const message = house.queue.waiting.shift();
    if (message === undefined) break;
    await house.deliver(message);
  }
  return delivered;
}

test('a run that the release before wrote on after a rollback ends, and mails nobody twice', async () => {
  const house = await houseOfTwo();
  const second = (await house.stores.batches.get(week, 2))?.batch.mails ?? [];
  const ref = house.db.collection('weeklyRuns').doc(week).collection('batches').doc('000002');
  const at = house.clock.now();
  const outcomes = second.map(({ learnerId }) => [learnerId, { state: 'accepted', sesId: 'ses-of-before', at }]);
  await ref.update({ outcomes: Object.fromEntries(outcomes) });
  expect(await deliverAtMost(house, 20)).toBeLessThanOrEqual(3);
  expect(await house.stores.runs.get(week)).toMatchObject({
    state: 'done',
    tries: null,
    books: { counts: { accepted: 8 } },
  });
  expect(mailed(house)).toHaveLength(4);
});

test('a batch whose sums are its own is not written for them', async () => {
  const house = await houseOfTwo();
  const update = house.stores.batches.commit;
  let writes = 0;
  house.stores.batches.commit = async (...args) => {
    writes += 1;
    return update(...args);
  };
  await deliverAtMost(house, 20);
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'done', tries: null });
  // One that lets the group go, and one that closes the batch.
  expect(writes).toBe(4);
  const stored = await house.stores.batches.all(week);
  await house.db.collection('weeklyRuns').doc(week).update({ state: 'sending', books: null, finishedAt: null });
  house.queue.waiting.push({ topic: 'send-mails', data: { week, fromBatch: 1 } });
  await deliverAtMost(house, 20);
  expect(await house.stores.batches.all(week)).toEqual(stored);
});

test('a run that is drained twenty times and not done all the same pauses itself', async () => {
  const house = await houseOfTwo();
  const { tallies } = house.stores.batches;
  house.stores.batches.tallies = async (of) =>
    (await tallies(of)).map((each) => ({ ...each, tally: { ...each.tally, pending: each.tally.pending + 1 } }));
  expect(await deliverAtMost(house, 60)).toBe(21);
  expect(await house.stores.runs.get(week)).toMatchObject({
    state: 'paused',
    reason: expect.stringMatching(/^The step send was begun 20 times/),
    sender: null,
  });
  house.stores.batches.tallies = tallies;
  await resumeRun(house.services, { week });
  await house.deliverAll();
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'done', tries: null });
  expect(mailed(house)).toHaveLength(8);
});
