// A run pauses itself because a person has to look.
import type { Services } from '../services.ts';
import { pausedParts } from './run.ts';

/** `reason` says what happened and what to do. A run that is paused or ended already is left as it is. */
export async function pauseByItself(services: Services, week: string, reason: string): Promise<void> {
  const { runs } = await services.stores();
  const at = services.clock.now();
  await runs.change(week, (run) => pausedParts(run, { reason, by: 'ITSELF', at }));
}
