// Mails what is pending of a run: one sender, until the run is drained or it must stop.
import { randomUUID } from 'node:crypto';
import { messages } from '../messages.ts';
import type { Services } from '../services.ts';
import { endTry } from '../weekly-run/end-try.ts';
import { pauseOnFault } from '../weekly-run/pause-on-fault.ts';
import { withNotice } from '../weekly-run/run.ts';
import { abandonLease, releaseLease, takeLease } from '../weekly-run/sender-lease.ts';
import { settleRun } from '../weekly-run/settle-run.ts';
import { sendBatches } from './send-batches.ts';
import { openSender, type Stop } from './sender.ts';

/** `dropped`: the run is not sending, or another sender holds the lease. `drained`: nothing is pending any more. */
export type SendTally = { did: 'dropped' | 'settled' | 'drained' | Stop; atBatch: number };

/**
 * Takes the lease, sends until everything has an outcome or `deadline` is near, and hands over by a message. Throws only
 * where Firestore or the queue fails; what could not be booked then is unknown to the next sender.
 */
export async function sendMails(
  services: Services,
  start: { week: string; fromBatch: number; deadline: Date },
): Promise<SendTally> {
  const { week, fromBatch } = start;
  const { runs } = await services.stores();
  if ((await runs.get(week))?.state === 'settling') {
    await settleRun(services, week);
    return { did: 'settled', atBatch: fromBatch };
  }
  const id = randomUUID();
  const leaseExpiresAt = (await takeLease(services, week, id))?.sender?.expiresAt;
  if (leaseExpiresAt === undefined) return { did: 'dropped', atBatch: fromBatch };
  const held = { week, id, leaseExpiresAt, deadline: start.deadline };
  try {
    const end = (await pauseOnFault(services, week, () => work(services, held, fromBatch))) ?? {
      did: 'paused' as const,
      atBatch: fromBatch,
    };
    await handOver(services, { week, id, ...end });
    return end;
  } catch (error) {
    // Nothing of this sender is on its way any more, so the next need not wait for the lease's end.
    await abandonLease(services, week, id).catch(() => undefined);
    throw error;
  }
}

type End = { did: 'drained' | Stop; atBatch: number };

async function work(services: Services, held: Parameters<typeof openSender>[1], fromBatch: number): Promise<End> {
  const sender = await openSender(services, held);
  return typeof sender === 'string' ? { did: sender, atBatch: fromBatch } : sendBatches(sender, fromBatch);
}

/** Gives the lease back and publishes what goes on. A sender that lost its lease leaves everything to its successor. */
async function handOver(services: Services, end: End & { week: string; id: string }): Promise<void> {
  const { week, did, atBatch } = end;
  if (did === 'lost') return;
  if (did === 'drained') {
    // Where the books say that mails are pending all the same, the try counts: senders that find nothing go on for ever.
    await abandonLease(services, week, end.id);
    if ((await settleRun(services, week)) !== 'sending') await endTry(services, week, 'send');
    return;
  }
  const run = await releaseLease(services, week, end.id);
  if (did === 'resting') {
    const { runs } = await services.stores();
    const notice =
      'Amazon SES took nothing for a while (quota, rate or network): the run rested, and goes on by itself.';
    await runs.change(week, (stood) =>
      stood.notices.includes(notice) ? null : { notices: withNotice(stood, notice) },
    );
  }
  // Resting: the sweep comes back. Paused: unless it was resumed while this sender still held the lease.
  const goesOn = did === 'deadline' || (did === 'paused' && run?.state === 'sending');
  if (goesOn) await (await services.queue()).publish(messages.sendMails, { week, fromBatch: atBatch });
}
