// Starts the weekly run of a week, once.

import { claimEnvironment } from '../environment/claim-environment.ts';
import { AppError } from '../errors.ts';
import type { Services } from '../services.ts';
import { complaintGuard } from './complaint-guard.ts';
import { dueAt, lateStart, startableWeeks } from './lateness.ts';
import { publishNextMessage } from './publish-next-message.ts';
import type { Run } from './run.ts';
import { noCost } from './run-cost.ts';

/**
 * Creates the run unless its week has one, and publishes what it needs to go on. Two schedules at once, a late one and
 * an operator's click all find the same run. A start beyond the misfire grace, or after
 * too many complaints, leaves the run paused.
 * Throws `BAD_USER_INPUT` for a week that cannot be started now, and in a database of another environment; then nothing
 * is written.
 */
export async function startRun(services: Services, start: { week: string; by: 'schedule' | 'operator' }): Promise<Run> {
  const now = services.clock.now();
  const { from, to } = startableWeeks(now, services.config, start.by);
  if (start.week < from || start.week > to) {
    throw new AppError('BAD_USER_INPUT', `week: ${start.week} cannot be started now, only ${from} to ${to}.`);
  }
  const { foreign } = await claimEnvironment(services);
  if (foreign !== null) throw new AppError('BAD_USER_INPUT', `week: ${start.week} cannot be started. ${foreign}`);
  const { runs, pages } = await services.stores();
  const run = (await runs.get(start.week)) ?? (await createRun(services, start.week, now));
  const lastPage = run.state === 'syncing' ? await pages.last(run.week) : null;
  await publishNextMessage(await services.queue(), run, lastPage);
  return run;
}

async function createRun(services: Services, week: string, now: Date): Promise<Run> {
  const { runs } = await services.stores();
  const reasons = [lateStart(week, now, services.config), await complaintGuard(services, now)];
  const reason = reasons.filter((each) => each !== null).join(' ') || null;
  const scheduledAt = dueAt(week, services.config.timeZone);
  return (await runs.createOnce(newRun(week, now, { reason, scheduledAt }))).run;
}

function newRun(week: string, now: Date, { reason, scheduledAt }: { reason: string | null; scheduledAt: Date }): Run {
  return {
    week,
    state: reason === null ? 'syncing' : 'paused',
    pausedFrom: reason === null ? null : 'syncing',
    reason,
    notices: [],
    scheduledAt,
    startedAt: now,
    finishedAt: null,
    reopenedAt: null,
    sync: { firstWalk: 1, startedAt: now },
    planHash: null,
    sender: null,
    canaryAlarmed: false,
    pause: reason === null ? null : { by: 'ITSELF', at: now },
    tries: null,
    settlements: 0,
    unknownIn: [],
    bouncesSeen: 0,
    contentWeeksLeft: null,
    cost: noCost,
    books: null,
  };
}
