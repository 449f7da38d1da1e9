// Starts the weekly run of a week, once.
import { AppError } from '../errors.ts';
import type { Services } from '../services.ts';
import { dueAt, startableWeeks, startsLate } from './lateness.ts';
import { publishNextMessage } from './publish-next-message.ts';
import type { Run } from './run.ts';

/**
 * Creates the run unless its week has one, and publishes what it needs to go on. Two schedules at once, a late one and
 * an operator's click all find the same run. A start beyond the misfire grace leaves the run paused.
 * Throws `BAD_USER_INPUT` for a week that cannot be started now; then nothing is written.
 */
export async function startRun(services: Services, start: { week: string; by: 'schedule' | 'operator' }): Promise<Run> {
  const { clock, config } = services;
  const now = clock.now();
  const { from, to } = startableWeeks(now, config, start.by);
  if (start.week < from || start.week > to) {
    throw new AppError('BAD_USER_INPUT', `week: ${start.week} cannot be started now, only ${from} to ${to}.`);
  }
  const { runs, pages } = await services.stores();
  const { run } = await runs.createOnce(newRun(start.week, now, config));
  const lastPage = run.state === 'syncing' ? await pages.last(run.week) : null;
  await publishNextMessage(await services.queue(), run, lastPage);
  return run;
}

function newRun(week: string, now: Date, config: Services['config']): Run {
  const scheduledAt = dueAt(week, config.timeZone);
  const late = startsLate(scheduledAt, now, config);
  return {
    week,
    state: late ? 'paused' : 'syncing',
    pausedFrom: late ? 'syncing' : null,
    reason: late
      ? `late: it started more than ${config.misfireGraceHours} hours after it was due. Resume it to mail now, or cancel it.`
      : null,
    notices: [],
    scheduledAt,
    startedAt: now,
    finishedAt: null,
    sync: { firstWalk: 1, startedAt: now },
    planHash: null,
    sender: null,
    canaryAlarmed: false,
  };
}
