// Publishes what a dead instance left unpublished, and settles what events have told since. Every 15 minutes.
import { claimEnvironment } from '../environment/claim-environment.ts';
import type { Services } from '../services.ts';
import { pauseOnFault } from './pause-on-fault.ts';
import { publishNextMessage } from './publish-next-message.ts';
import type { Run } from './run.ts';
import { isFree } from './sender-lease.ts';
import { settleByEvents } from './settle-by-events.ts';
import { settleRun } from './settle-run.ts';

/** A walk or a plan that moved within this time is alive: no instance works longer on one step (540 s). */
const quietMinutes = 10;

export type SweepTally = { active: number; published: number };

/** Does nothing in a database of another environment. A run that cannot be woken keeps no other from being. */
export async function sweep(services: Services): Promise<SweepTally> {
  if ((await claimEnvironment(services)).foreign !== null) return { active: 0, published: 0 };
  const active = await (await services.stores()).runs.active();
  const woken = await Promise.allSettled(
    active.map((run) => pauseOnFault(services, run.week, () => wake(services, run))),
  );
  for (const each of woken) if (each.status === 'rejected') throw each.reason;
  return {
    active: active.length,
    published: woken.filter((each) => each.status === 'fulfilled' && each.value).length,
  };
}

/** Whether a message was published. */
async function wake(services: Services, run: Run): Promise<boolean> {
  const { week, state } = run;
  if (state === 'settling') return settle(services, run);
  const { pages, batches } = await services.stores();
  const now = services.clock.now();
  const quiet = (since: Date) => now.getTime() - since.getTime() > quietMinutes * 60_000;
  const lastPage = state === 'syncing' ? await pages.last(week) : null;
  const lastBatch = state === 'planning' ? await batches.last(week) : null;
  const movedAt = lastPage?.savedAt ?? lastBatch?.frozenAt ?? run.startedAt;
  if (state === 'sending' ? !isFree(run, now) : !quiet(movedAt)) return false;
  await publishNextMessage(await services.queue(), run, lastPage);
  return true;
}

/** One that waits for its unknown mails is settled by what came since: reading its books each time would change nothing. */
async function settle(services: Services, run: Run): Promise<boolean> {
  if (run.reason === null) return (await settleRun(services, run.week)) === 'sending';
  if ((await settleByEvents(services, run)) === 0) return false;
  const { runs } = await services.stores();
  return (await runs.get(run.week))?.state === 'sending';
}
