// Publishes what a dead instance left unpublished. Every 15 minutes.
import type { Services } from '../services.ts';
import { publishNextMessage } from './publish-next-message.ts';
import type { Run } from './run.ts';
import { isFree } from './sender-lease.ts';
import { settleRun } from './settle-run.ts';

/** A walk or a plan that moved within this time is alive: no instance works longer on one step (540 s). */
const quietMinutes = 10;

export type SweepTally = { active: number; published: number };

export async function sweep(services: Services): Promise<SweepTally> {
  const { runs, pages, batches } = await services.stores();
  const queue = await services.queue();
  const now = services.clock.now();
  const quiet = (since: Date) => now.getTime() - since.getTime() > quietMinutes * 60_000;
  const active = await runs.active();

  async function wake(run: Run): Promise<boolean> {
    const { week, state } = run;
    // With a reason it waits for an operator; reading its books every quarter of an hour would change nothing.
    if (state === 'settling') return run.reason === null && (await settleRun(services, week)) === 'sending';
    const lastPage = state === 'syncing' ? await pages.last(week) : null;
    const lastBatch = state === 'planning' ? await batches.last(week) : null;
    const movedAt = lastPage?.savedAt ?? lastBatch?.frozenAt ?? run.startedAt;
    if (state === 'sending' ? !isFree(run, now) : !quiet(movedAt)) return false;
    await publishNextMessage(queue, run, lastPage);
    return true;
  }

  const woken = await Promise.all(active.map(wake));
  return { active: active.length, published: woken.filter(Boolean).length };
}
