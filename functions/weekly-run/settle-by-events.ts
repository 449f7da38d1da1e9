// Settles a run that waits for its unknown mails, where events of SES came since or the time has come.
import type { Services } from '../services.ts';
import type { Run } from './run.ts';
import { settleBatches } from './settle-batches.ts';
import { settleRun } from './settle-run.ts';

/**
 * For a settling run, as often as one likes: costs a read for each batch with unknown mails and each such mail. Ends the
 * run, or lets it send again, as soon as nothing unknown is left or something is pending. Gives how many mails it settled.
 */
export async function settleByEvents(services: Services, run: Run): Promise<number> {
  const { settled, unknown, pending } = await settleBatches(services, run);
  // Without progress too: an instance may have died between settling its batches and settling the run.
  if (settled > 0 || unknown === 0 || pending > 0) await settleRun(services, run.week);
  return settled;
}
