// Ends a run when its books balance with nothing open.
import { messages } from '../messages.ts';
import type { Services } from '../services.ts';
import type { RunState } from './run.ts';

/**
 * Moves a run that has nothing left to send to `settling`, and to `done` when nothing is pending or unknown. Where a
 * mail turns out to be pending after all, the run sends again. Gives the state that it leaves.
 */
export async function settleRun(services: Services, week: string): Promise<RunState | null> {
  const { runs, batches } = await services.stores();
  const { counts } = await batches.books(week);
  const finishedAt = services.clock.now();
  const settled = await runs.change(week, ({ state }) => {
    if (state !== 'sending' && state !== 'settling') return null;
    if (counts.pending > 0) return state === 'sending' ? null : { state: 'sending' };
    if (counts.unknown > 0) return state === 'settling' ? null : { state: 'settling', sender: null };
    return { state: 'done', finishedAt, sender: null };
  });
  if (settled?.run.state === 'sending') {
    await (await services.queue()).publish(messages.sendMails, { week, fromBatch: 1 });
  }
  return settled?.run.state ?? null;
}
