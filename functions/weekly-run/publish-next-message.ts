// What has to be published for a run to go on from where it stands.
import { messages, type Queue } from '../messages.ts';
import type { Run } from './run.ts';

/**
 * Publishes the message of the step that a run stands at; nothing for a run that is paused or ended. Safe to repeat:
 * a step that is done publishes the one after it (the hand-off rule, architecture §2). The walk goes on after `lastPage`,
 * unless that is of a walk from before a pause.
 */
export async function publishNextMessage(
  queue: Queue,
  run: Pick<Run, 'week' | 'state' | 'sync'>,
  lastPage: { walk: number; page: number } | null,
): Promise<void> {
  const { week, state, sync } = run;
  if (state === 'syncing') {
    const goesOn = lastPage !== null && lastPage.walk >= sync.firstWalk;
    const next = goesOn ? { walk: lastPage.walk, page: lastPage.page + 1 } : { walk: sync.firstWalk, page: 1 };
    await queue.publish(messages.syncCustomers, { week, ...next });
  }
  if (state === 'planning') await queue.publish(messages.planRun, { week });
  // A settling run is settled by a sender that finds nothing left to send.
  if (state === 'sending' || state === 'settling') await queue.publish(messages.sendMails, { week, fromBatch: 1 });
}
