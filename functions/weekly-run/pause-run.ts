// Pauses a run: nothing more is sent after the group of mails that is on its way.
import { AppError } from '../errors.ts';
import type { Services } from '../services.ts';
import { pausedParts, type Run } from './run.ts';

/** Throws `NOT_FOUND` where the week has no run, `BAD_USER_INPUT` where it is ended. Pausing a paused run changes nothing. */
export async function pauseRun(services: Services, pause: { week: string; reason: string }): Promise<Run> {
  const { runs } = await services.stores();
  const { reason } = pause;
  const at = services.clock.now();
  const paused = await runs.change(pause.week, (run) => pausedParts(run, { reason, by: 'OPERATOR', at }));
  if (paused === null) throw new AppError('NOT_FOUND', `week: ${pause.week} has no run.`);
  if (paused.run.state !== 'paused') {
    throw new AppError('BAD_USER_INPUT', `week: the run of ${pause.week} has ended and cannot be paused.`);
  }
  return paused.run;
}
