// Mails what is pending of a run: one sender, batch by batch, until it is drained or must stop.
import { randomUUID } from 'node:crypto';
import { AppError } from '../errors.ts';
import { messages } from '../messages.ts';
import type { Services } from '../services.ts';
import type { Batch } from './batch.ts';
import { canaryAlarm } from './canary.ts';
import { pauseByItself } from './pause-by-itself.ts';
import { sendBatch } from './send-batch.ts';
import { openSender, type Sender, type Stop } from './sender.ts';
import { releaseLease, takeLease } from './sender-lease.ts';
import { settleRun } from './settle-run.ts';

/** `dropped`: the run is not sending, or another sender holds the lease. `drained`: nothing is pending any more. */
export type SendTally = { did: 'dropped' | 'settled' | 'drained' | Stop; atBatch: number };

/**
 * Takes the lease, sends until everything has an outcome or `deadline` is near, and hands over by a message. Throws only
 * where Firestore fails; what was in flight then is unknown to the sender after the lease's end.
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
  const end = await work(services, { ...start, id, leaseExpiresAt });
  await handOver(services, { week, id, ...end });
  return end;
}

/** Sends while it may. A parameter that is wrong pauses the run: no mail is at fault, and none is in flight then. */
async function work(
  services: Services,
  held: { week: string; fromBatch: number; deadline: Date; id: string; leaseExpiresAt: Date },
): Promise<{ did: 'drained' | Stop; atBatch: number }> {
  try {
    const sender = await openSender(services, held);
    return typeof sender === 'string' ? { did: sender, atBatch: held.fromBatch } : await drain(sender, held.fromBatch);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'MISCONFIGURED') throw error;
    await pauseByItself(services, held.week, `${error.message} Mend it, deploy, then resume.`);
    return { did: 'paused', atBatch: held.fromBatch };
  }
}

/** Batches in order, the next one prefetched; the first alone, as a canary. */
async function drain(sender: Sender, fromBatch: number): Promise<{ did: 'drained' | Stop; atBatch: number }> {
  const { week } = sender;
  const { batches } = await sender.services.stores();
  let next = batches.get(week, fromBatch);
  for (let atBatch = fromBatch; ; atBatch += 1) {
    const stored = await next;
    if (stored === null) return { did: 'drained', atBatch };
    next = batches.get(week, atBatch + 1);
    // Awaited in the next turn; until then its failure must not end the process.
    next.catch(() => undefined);
    const stop = await sendBatch(sender, stored);
    if (stop !== null) return { did: stop, atBatch };
    // A canary that was finished before this sender came has been judged: who resumes has seen its alarm.
    if (atBatch > 1 || isFinished(stored.batch)) continue;
    const first = await batches.get(week, atBatch);
    const alarm = first && canaryAlarm(first.batch);
    // Only while mails are left to protect.
    if (alarm && (await next) !== null) {
      await pauseByItself(sender.services, week, alarm);
      return { did: 'paused', atBatch: atBatch + 1 };
    }
  }
}

function isFinished({ mails, outcomes }: Batch): boolean {
  return mails.every(({ learnerId }) => learnerId in outcomes);
}

/** Gives the lease back and publishes what goes on. A sender that lost its lease leaves everything to its successor. */
async function handOver(
  services: Services,
  end: { week: string; id: string; did: 'drained' | Stop; atBatch: number },
): Promise<void> {
  const { week, did, atBatch } = end;
  if (did === 'lost') return;
  const run = await releaseLease(services, week, end.id);
  if (did === 'drained') {
    await settleRun(services, week);
    return;
  }
  // Resting: the sweep comes back. Paused: unless it was resumed while this sender still held the lease.
  const goesOn = did === 'deadline' || (did === 'paused' && run?.state === 'sending');
  if (goesOn) await (await services.queue()).publish(messages.sendMails, { week, fromBatch: atBatch });
}
