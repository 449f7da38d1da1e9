import { expect, test } from 'vitest';
import type { Mailer, SendOutcome } from '../../functions/mail/mailer.ts';
import { sendBatches } from '../../functions/sending/send-batches.ts';
import { openSender } from '../../functions/sending/sender.ts';
import { eventClock } from '../kit/event-clock.ts';
import { virtualSenderId, virtualStores } from '../kit/virtual-stores.ts';
import { senderServices } from './sender-services.ts';

type Unwell = {
  ratePerSecond: number;
  /** How the mail of this number ends, and after how long. */
  answer(mail: number): { outcome: SendOutcome; milliseconds: number };
  /** Of so many learners one may be mailed no more. */
  excludedEvery: number;
};

/** How a sender of 5,000 learners ends within its eight minutes, and when. */
async function sendUnwell({ ratePerSecond, answer, excludedEvery }: Unwell) {
  const clock = eventClock('2026-11-23T08:00:00Z');
  const startedAt = clock.now().getTime();
  const triedAt: number[] = [];
  const mailer: Mailer = {
    async send() {
      triedAt.push(clock.now().getTime());
      const { outcome, milliseconds } = answer(triedAt.length);
      await clock.sleep(milliseconds);
      return outcome;
    },
    quota: async () => ({
      kind: 'quota',
      quota: { maxSendRate: ratePerSecond, max24HourSend: null, sentLast24Hours: 0 },
    }),
  };
  const { stores, written } = virtualStores(5_000, () => clock.sleep(25));
  const { getAll } = stores.learners;
  stores.learners.getAll = async (ids) =>
    (await getAll(ids)).map((read) => {
      const isExcluded = Number(read.id.slice('shopify-'.length)) % excludedEvery === 0;
      if (!isExcluded || read.learner === null) return read;
      return { ...read, learner: { ...read.learner, customer: { ...read.learner.customer, entitled: false } } };
    });
  const services = senderServices({ clock, mailer, stores });
  const held = {
    week: '2026-W48',
    id: virtualSenderId,
    leaseExpiresAt: new Date(startedAt + 600_000),
    deadline: new Date(startedAt + 480_000),
  };
  async function work() {
    const sender = await openSender(services, held);
    return typeof sender === 'string' ? sender : (await sendBatches(sender, 1)).did;
  }
  const did = await clock.run(work());
  const seconds = (clock.now().getTime() - startedAt) / 1_000;
  return { did, seconds, written: written(), tries: triedAt.length };
}

test.each([Number.POSITIVE_INFINITY, 20, 5, 2])(
  'when SES leaves all unknown from some mail on, the run pauses, also where one learner of %s is excluded',
  async (excludedEvery) => {
    const unwell: Unwell = {
      ratePerSecond: 14,
      answer: (mail) =>
        mail <= 120
          ? { outcome: { kind: 'accepted', sesId: `ses-${mail}` }, milliseconds: 50 }
          : { outcome: { kind: 'unknown', error: 'TimeoutError' }, milliseconds: 15_000 },
      excludedEvery,
    };
    const { did, written } = await sendUnwell(unwell);
    expect(did).toBe('paused');
    // Three groups, and the requests that were under way beside them.
    expect(written.unknown).toBeLessThanOrEqual(3 * 9 + 48);
  },
  60_000,
);

test.each([
  [1, 'network'],
  [14, 'network'],
  [50, 'network'],
  [1, 'rate'],
  [14, 'rate'],
  [50, 'rate'],
] as const)(
  'where SES takes nothing, at %i a second for the %s, the run rests after about two minutes',
  async (ratePerSecond, because) => {
    const answer = () => ({ outcome: { kind: 'unsent', because, error: 'TakesNothing' } as const, milliseconds: 50 });
    const { did, seconds, written } = await sendUnwell({
      ratePerSecond,
      answer,
      excludedEvery: Number.POSITIVE_INFINITY,
    });
    expect(did).toBe('resting');
    expect(seconds).toBeGreaterThan(60);
    expect(seconds).toBeLessThan(240);
    expect(written).toMatchObject({ accepted: 0, unknown: 0, failed: 0 });
  },
  60_000,
);
