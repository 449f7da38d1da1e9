import { expect, test } from 'vitest';
import type { Mailer } from '../../functions/mail/mailer.ts';
import { sendBatches } from '../../functions/sending/send-batches.ts';
import { openSender } from '../../functions/sending/sender.ts';
import { createRateBucket } from '../../local/ses/rate-bucket.ts';
import { type EventClock, eventClock } from '../kit/event-clock.ts';
import { virtualSenderId, virtualStores } from '../kit/virtual-stores.ts';
import { senderServices } from './sender-services.ts';

type Way = { ratePerSecond: number; storeMilliseconds: number; sesMilliseconds: [number, number]; seconds: number };

/** SES as seen from a sender: it refuses above the rate, and its answers take from so long to so long, by turns. */
function pacedMailer(clock: EventClock, { ratePerSecond, sesMilliseconds: [least, most] }: Way) {
  const bucket = createRateBucket(ratePerSecond, clock.now().getTime());
  const acceptedAt: number[] = [];
  const seen = { refused: 0, underWay: 0, underWayMost: 0 };
  const mailer: Mailer = {
    async send() {
      const at = clock.now().getTime();
      const isAccepted = bucket.take(1, at);
      if (isAccepted) acceptedAt.push(at);
      else seen.refused += 1;
      seen.underWay += 1;
      seen.underWayMost = Math.max(seen.underWayMost, seen.underWay);
      await clock.sleep(least + ((acceptedAt.length * 7) % 11) * ((most - least) / 10));
      seen.underWay -= 1;
      return isAccepted
        ? { kind: 'accepted', sesId: `ses-${acceptedAt.length}` }
        : { kind: 'unsent', because: 'rate', error: 'Throttling' };
    },
    async quota() {
      await clock.sleep(most);
      return { kind: 'quota', quota: { maxSendRate: ratePerSecond, max24HourSend: null, sentLast24Hours: 0 } };
    },
  };
  return { mailer, acceptedAt, seen };
}

async function mailAll(way: Way) {
  const clock = eventClock('2026-11-23T08:00:00Z');
  const { mailer, acceptedAt, seen } = pacedMailer(clock, way);
  const learners = way.ratePerSecond * way.seconds;
  const { stores, written } = virtualStores(learners, () => clock.sleep(way.storeMilliseconds));
  const services = senderServices({ clock, mailer, stores });
  const leaseExpiresAt = new Date(clock.now().getTime() + 3_600_000);
  async function work() {
    const held = { week: '2026-W48', id: virtualSenderId, leaseExpiresAt, deadline: leaseExpiresAt };
    const sender = await openSender(services, held);
    return typeof sender === 'string' ? sender : (await sendBatches(sender, 1)).did;
  }
  expect(await clock.run(work())).toBe('drained');
  expect(written()).toMatchObject({ accepted: learners, unknown: 0, failed: 0 });
  const seconds = ((acceptedAt.at(-1) ?? 0) - (acceptedAt[1] ?? 0)) / 1_000;
  return { share: (learners - 2) / seconds / way.ratePerSecond, ...seen };
}

test.each<Way>([
  { ratePerSecond: 1, storeMilliseconds: 25, sesMilliseconds: [50, 100], seconds: 60 },
  { ratePerSecond: 14, storeMilliseconds: 25, sesMilliseconds: [50, 100], seconds: 60 },
  { ratePerSecond: 14, storeMilliseconds: 100, sesMilliseconds: [200, 900], seconds: 180 },
  { ratePerSecond: 50, storeMilliseconds: 25, sesMilliseconds: [50, 100], seconds: 60 },
  { ratePerSecond: 200, storeMilliseconds: 25, sesMilliseconds: [50, 100], seconds: 20 },
  { ratePerSecond: 200, storeMilliseconds: 60, sesMilliseconds: [100, 180], seconds: 40 },
  { ratePerSecond: 400, storeMilliseconds: 25, sesMilliseconds: [50, 100], seconds: 20 },
])(
  'at $ratePerSecond a second, with $storeMilliseconds ms of Firestore and $sesMilliseconds ms of SES, a sender uses at least 97 % and is refused nothing',
  async (way) => {
    const { share, refused, underWayMost } = await mailAll(way);
    expect(refused).toBe(0);
    expect(share).toBeGreaterThanOrEqual(0.97);
    expect(share).toBeLessThanOrEqual(1);
    expect(underWayMost).toBeLessThanOrEqual(48);
  },
  60_000,
);
