// Judges the first batch of a run, and pauses the run where it is alarming.

import { pausedParts } from '../weekly-run/run.ts';
import { canaryAlarm } from './canary.ts';
import type { Sender } from './sender.ts';

/** Whether the run is paused then. It pauses once, since who resumes has seen it. */
export async function pausedByCanary({ services, week }: Sender): Promise<boolean> {
  const { runs, batches } = await services.stores();
  const first = await batches.get(week, 1);
  const alarm = first && canaryAlarm(first.batch);
  if (!alarm) return false;
  const at = services.clock.now();
  const paused = await runs.change(week, (run) => {
    const parts = run.canaryAlarmed ? null : pausedParts(run, { reason: alarm, by: 'ITSELF', at });
    return parts && { ...parts, canaryAlarmed: true };
  });
  // Not by what was changed: where the answer to the write got lost, the transaction finds the run paused already.
  return paused?.run.state === 'paused';
}
