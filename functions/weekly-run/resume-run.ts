// Resumes a paused run where it stopped.
import { AppError } from '../errors.ts';
import type { Services } from '../services.ts';
import { publishNextMessage } from './publish-next-message.ts';
import type { Run } from './run.ts';

/**
 * Publishes what the run needs: its messages may be long gone. A sync begins again from the first page, since what it
 * read before the pause may be days old. Resuming a run that works already only publishes again. Throws `NOT_FOUND`
 * where the week has no run, `BAD_USER_INPUT` where it is ended.
 */
export async function resumeRun(services: Services, { week }: { week: string }): Promise<Run> {
  const { runs, pages, deliveries } = await services.stores();
  const [lastPage, bouncesSeen] = await Promise.all([pages.last(week), deliveries.hardBounces(week)]);
  const sync = { firstWalk: (lastPage?.walk ?? 0) + 1, startedAt: services.clock.now() };
  const resumed = await runs.change(week, ({ state, pausedFrom }) => {
    if (state !== 'paused') return null;
    const goesOn = {
      state: pausedFrom ?? 'syncing',
      pausedFrom: null,
      reason: null,
      pause: null,
      tries: null,
      bouncesSeen,
    };
    return goesOn.state === 'syncing' ? { ...goesOn, sync } : goesOn;
  });
  if (resumed === null) throw new AppError('NOT_FOUND', `week: ${week} has no run.`);
  const { run } = resumed;
  if (run.state === 'done' || run.state === 'failed') {
    throw new AppError('BAD_USER_INPUT', `week: the run of ${week} has ended and cannot be resumed.`);
  }
  await publishNextMessage(await services.queue(), run, lastPage);
  return run;
}
