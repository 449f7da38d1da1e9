// Cancels a run for good: what is pending stays unsent.
import { AppError } from '../errors.ts';
import type { Services } from '../services.ts';
import type { Run } from './run.ts';

/** Throws `NOT_FOUND` where the week has no run, `BAD_USER_INPUT` where it is done. Cancelling twice changes nothing. */
export async function cancelRun(services: Services, cancel: { week: string; reason: string }): Promise<Run> {
  const { runs } = await services.stores();
  const finishedAt = services.clock.now();
  const cancelled = await runs.change(cancel.week, ({ state }) =>
    state === 'done' || state === 'failed'
      ? null
      : { state: 'failed', pausedFrom: null, reason: cancel.reason, finishedAt },
  );
  if (cancelled === null) throw new AppError('NOT_FOUND', `week: ${cancel.week} has no run.`);
  if (cancelled.run.state === 'done') {
    throw new AppError('BAD_USER_INPUT', `week: the run of ${cancel.week} is done and cannot be cancelled.`);
  }
  return cancelled.run;
}
