// Ends a run when its books balance with nothing open.
import { messages } from '../messages.ts';
import type { Services } from '../services.ts';
import type { Run, RunState } from './run.ts';
import { isFree } from './sender-lease.ts';

/**
 * Moves a run that has nothing left to send to `settling`, and to `done` when nothing is pending or unknown; one that
 * settles waits for an operator, with the reason. Where a mail is pending after all, the run sends again. Does nothing
 * while a sender holds the lease, nor where the run moved while its books were read. Gives the state that it leaves.
 */
export async function settleRun(services: Services, week: string): Promise<RunState | null> {
  const { runs, batches } = await services.stores();
  const now = services.clock.now();
  const before = await runs.get(week);
  if (before === null || (before.state !== 'sending' && before.state !== 'settling')) return before?.state ?? null;
  if (!isFree(before, now)) return before.state;
  const { counts } = await batches.books(week);
  const settled = await runs.change(week, (run) => {
    if (run.state !== before.state || !isFree(run, now)) return null;
    if (counts.pending > 0) return run.state === 'sending' ? null : { state: 'sending', reason: null };
    if (counts.unknown > 0) return { state: 'settling', reason: waitsFor(counts.unknown), sender: null };
    return { state: 'done', reason: null, finishedAt: now, sender: null };
  });
  if (settled?.run.state === 'sending' && counts.pending > 0) {
    await (await services.queue()).publish(messages.sendMails, { week, fromBatch: 1 });
  }
  return settled?.run.state ?? null;
}

function waitsFor(unknown: number): Run['reason'] {
  return `Mails with an unknown outcome: ${unknown}. Settle them: send them again, or book them as failed.`;
}
