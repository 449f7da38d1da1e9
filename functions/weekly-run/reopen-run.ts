// Holds a run while an operator puts mails of it back to pending, and lets it go on.
import { randomUUID } from 'node:crypto';
import { AppError } from '../errors.ts';
import type { Services } from '../services.ts';
import type { RunState } from './run.ts';
import { isFree, releaseLease } from './sender-lease.ts';
import { settleRun } from './settle-run.ts';

/**
 * As long as a sender's lease: longer than any function runs. Where an instance dies while it holds the run, the sweep goes
 * on with it after that.
 */
const holdSeconds = 600;

/**
 * Moves the run from one of these states to `settling`, and takes its lease, so that nobody sends or ends it before
 * `putBack` has done all of its work. Without a reason, it is settled by its books afterwards, whoever does that. Throws
 * `BAD_USER_INPUT` where the run is in another state by now, or where another holds it; then nothing is written.
 */
export async function reopenRun(
  services: Services,
  { week, from }: { week: string; from: readonly RunState[] },
  putBack: () => Promise<void>,
): Promise<void> {
  const { runs } = await services.stores();
  const id = randomUUID();
  const now = services.clock.now();
  const sender = { id, expiresAt: new Date(now.getTime() + holdSeconds * 1_000) };
  const opened = await runs.change(week, (run) => {
    if (!from.includes(run.state) || !isFree(run, now)) return null;
    const again = run.state === 'done' ? { finishedAt: null, books: null, reopenedAt: now } : {};
    return { ...again, state: 'settling', reason: null, sender };
  });
  if (opened?.run.sender?.id !== id) {
    throw new AppError('BAD_USER_INPUT', `week: somebody else is at the run of ${week}. Try again in ten minutes.`);
  }
  try {
    await putBack();
  } finally {
    await releaseLease(services, week, id);
  }
  await settleRun(services, week);
}
