// Begins a step of a run: is it this step's turn, in this database, in this week, and was it not tried too often?
import { claimEnvironment } from '../environment/claim-environment.ts';
import type { Services } from '../services.ts';
import { countTry } from './count-try.ts';
import { sendingIsOver } from './lateness.ts';
import { pausedParts, type Run } from './run.ts';

/**
 * The run, with the try counted, where it stands in `state`; else null, and the message is done. Pauses the run, and
 * gives null, where the database is another environment's, where the week's sending is over, so that nobody could be
 * mailed any more, and where the step was begun too often. One write.
 */
export async function beginStep(
  services: Services,
  week: string,
  { state, step }: { state: 'syncing' | 'planning'; step: string },
): Promise<Run | null> {
  const { runs } = await services.stores();
  const { foreign } = await claimEnvironment(services);
  const at = services.clock.now();
  const reason = foreign ?? sendingIsOver(week, at, services.config);
  const begun = await runs.change(week, (run) => {
    if (run.state !== state) return null;
    return reason === null ? countTry(run, step, at) : pausedParts(run, { reason, by: 'ITSELF', at });
  });
  return begun?.run.state === state ? begun.run : null;
}
