// Fires the weekly schedule in a running local stack and follows the run to its end.
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { instantOfWeek, weekOf } from '../../functions/week.ts';
import { startableWeeks } from '../../functions/weekly-run/lateness.ts';
import { countsLine } from '../counts-line.ts';
import { LocalError } from '../local-error.ts';
import { checkStack } from './check-stack.ts';
import { emulatorEnv } from './emulator-env.ts';
import { fireSchedule } from './fire-schedule.ts';
import { localParams } from './local-params.ts';
import type { Ports } from './ports.ts';
import type { Progress } from './progress.ts';
import { progressLine } from './progress-line.ts';
import { type WatchedRun, watchRun } from './watch-run.ts';

export type RunWeekOptions = {
  projectId: string;
  ports: Ports;
  /** Fired for this week's Monday, 09:00 on the shop's clock; for this moment when absent. */
  week: string | undefined;
  progress: Progress;
};

/** The run as it ended, and its books as one line. Throws a LocalError where no stack answers, or the week cannot be run now. */
export async function runWeek({
  projectId,
  ports,
  week,
  progress,
}: RunWeekOptions): Promise<WatchedRun & { line: string }> {
  const { params } = localParams(ports, process.env);
  const timeZone = params.SHOP_TIME_ZONE;
  const scheduledAt = week === undefined ? new Date() : instantOfWeek(week, timeZone, { weekday: 1, hour: 9 });
  const runningWeek = weekOf(scheduledAt, timeZone);
  const { from, to } = startableWeeks(
    new Date(),
    { timeZone, misfireGraceHours: Number(params.MISFIRE_GRACE_HOURS) },
    'schedule',
  );
  if (runningWeek < from || runningWeek > to) {
    throw new LocalError(`Week ${runningWeek} cannot be run now, only ${from} to ${to}.`);
  }
  // Before anything is shown: its one line stands alone.
  await checkStack(ports);
  Object.assign(process.env, emulatorEnv(ports));
  const app = initializeApp({ projectId }, `run-week-${runningWeek}`);
  try {
    progress.begin(`${runningWeek} starting`);
    await fireSchedule({ projectId, ports }, 'weeklyRun', scheduledAt);
    const run = await watchRun(getFirestore(app), runningWeek, ({ state, counts }) =>
      progress.show(progressLine(runningWeek, state, counts)),
    );
    return { ...run, line: countsLine(run.counts) };
  } finally {
    progress.end();
    await deleteApp(app);
  }
}
