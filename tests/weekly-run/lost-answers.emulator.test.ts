// Commits whose answer gets lost, so that the client of Firestore runs the transaction anew: it finds its own write.
import { expect, test } from 'vitest';
import { claimEnvironment } from '../../functions/environment/claim-environment.ts';
import { pausedByCanary } from '../../functions/sending/paused-by-canary.ts';
import type { Sender } from '../../functions/sending/sender.ts';
import { takeLease } from '../../functions/weekly-run/sender-lease.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { aRun } from '../kit/a-run.ts';
import { deliverUntil } from '../kit/deliver-until.ts';
import { fillHouse, mailed } from '../kit/fill-house.ts';
import type { Effects } from '../kit/killable-firestore.ts';
import { loseAnswer } from '../kit/lose-answer.ts';

const week = '2026-W48';

/** gRPC's UNAVAILABLE. */
const unavailable = () => Object.assign(new Error('lost'), { code: 14 });

/** Loses the answer to the commit of this number, from 1. */
function loseCommit(number: number): Effects {
  const lost = loseAnswer('commit', unavailable());
  let commits = 0;
  return {
    async before(name) {
      if (name === 'commit') commits += 1;
      return name === 'commit' && commits === number ? lost.before(name) : 0;
    },
    after: lost.after,
  };
}

async function startedHouse(): Promise<House> {
  const house = aHouse({ batchSize: 4 });
  await fillHouse(house, { customers: 6 });
  await startRun(house.services, { week, by: 'schedule' });
  return house;
}

test('a sender that does not hear that it took the lease has it, and the try counts once', async () => {
  const house = aHouse();
  await house.stores.runs.createOnce(aRun({ state: 'sending' }));
  // Its own commit is not the one that gets lost.
  await claimEnvironment(house.services);
  const { services } = house.instance(loseAnswer('commit', unavailable()));
  expect(await takeLease(services, week, 'me')).toMatchObject({
    sender: { id: 'me' },
    tries: { step: 'send', count: 1 },
  });
  expect(await takeLease(house.services, week, 'another')).toBeNull();
});

test.each(['sync-customers', 'plan-run', 'send-mails'])(
  'whichever answer of a %s step gets lost, the run goes on without a sweep',
  async (topic) => {
    for (let commit = 1; commit <= 6; commit += 1) {
      const house = await startedHouse();
      await deliverUntil(house, topic);
      const message = house.queue.waiting.shift();
      if (message === undefined) throw new Error(`${topic} does not wait.`);
      // Where the step fails by it, its message comes again.
      await house
        .instance(loseCommit(commit))
        .deliver(message)
        .catch(() => house.queue.waiting.push(message));
      await house.deliverAll();
      expect((await house.stores.runs.get(week))?.state, `commit ${commit}`).toBe('done');
      expect(new Set(mailed(house)).size, `commit ${commit}`).toBe(6);
      expect(mailed(house), `commit ${commit}`).toHaveLength(6);
      await house.db.terminate();
    }
  },
);

test('a canary that does not hear that it paused the run stops all the same; who resumed is not stopped again', async () => {
  const house = await startedHouse();
  await deliverUntil(house, 'send-mails');
  const at = house.clock.now();
  const ref = house.db.collection('weeklyRuns').doc(week);
  const outcomes = Array.from({ length: 6 }, (_, at) => `shopify-${1001 + at}`).map((id) => [
    id,
    { state: 'failed', code: 'MESSAGE_REFUSED', error: 'MessageRejected', at },
  ]);
  const mails = outcomes.map(([learnerId]) => ({ learnerId, code: 'NEXT_CHALLENGE', challengeId: 'first-1' }));
  await ref
    .collection('batches')
    .doc('000001')
    .update({ mails, outcomes: Object.fromEntries(outcomes) });
  const { services } = house.instance(loseAnswer('commit', unavailable()));
  expect(await pausedByCanary({ services, week } as Sender)).toBe(true);
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'paused', canaryAlarmed: true });
  await ref.update({ state: 'sending', pausedFrom: null });
  expect(await pausedByCanary({ services: house.services, week } as Sender)).toBe(false);
});
