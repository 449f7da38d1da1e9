// Does one command about weekly runs by the API's own use cases, and gives what to print.
import { reviewSubmission } from '../../functions/assignments/review-submission.ts';
import { submissionsToReview } from '../../functions/assignments/submissions-to-review.ts';
import type { Services } from '../../functions/services.ts';
import { addWeeks, weekOf } from '../../functions/week.ts';
import { cancelRun } from '../../functions/weekly-run/cancel-run.ts';
import { explain } from '../../functions/weekly-run/explain.ts';
import { dueAt } from '../../functions/weekly-run/lateness.ts';
import { pauseRun } from '../../functions/weekly-run/pause-run.ts';
import { planPreview } from '../../functions/weekly-run/plan-preview.ts';
import { resumeRun } from '../../functions/weekly-run/resume-run.ts';
import { retryFailed } from '../../functions/weekly-run/retry-failed.ts';
import type { Run } from '../../functions/weekly-run/run.ts';
import { settleUnknown } from '../../functions/weekly-run/settle-unknown.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { explanationLines } from './explanation-lines.ts';
import type { OperateCommand } from './operate-arguments.ts';
import { planLines } from './plan-lines.ts';
import { reviewLines, submissionLines } from './review-lines.ts';
import { runLines } from './run-lines.ts';

/** Lines without an address or a name; answers that wait for a review are told. Throws the use case's AppError. */
export async function operate(services: Services, command: OperateCommand): Promise<string[]> {
  switch (command.name) {
    case 'status':
      return status(services, command.week);
    case 'plan':
      return planLines(await planPreview(services, command.week ?? nextWeek(services)));
    case 'explain': {
      const week = command.week ?? (await newest(services))?.week ?? presentWeek(services);
      return explanationLines(await explain(services, { learnerId: command.learnerId, week }));
    }
    case 'start':
      return told(services, await startRun(services, { week: command.week, by: 'operator' }));
    case 'pause':
      return told(services, await pauseRun(services, command));
    case 'resume':
      return told(services, await resumeRun(services, command));
    case 'cancel':
      return told(services, await cancelRun(services, command));
    case 'retry':
      return told(services, await retryFailed(services, command));
    case 'settle':
      return told(services, await settleUnknown(services, command));
    case 'reviews':
      return reviewLines(await submissionsToReview(services, { first: 100 }));
    case 'review':
      return submissionLines(await reviewSubmission(services, command));
  }
}

async function status(services: Services, week: string | undefined): Promise<string[]> {
  const { runs } = await services.stores();
  const run = week === undefined ? await newest(services) : await runs.get(week);
  if (run !== null) return told(services, run);
  return [week === undefined ? 'There was no run yet.' : `${week} has no run.`];
}

async function newest(services: Services): Promise<Run | null> {
  const [run = null] = await (await services.stores()).runs.list(1);
  return run;
}

function presentWeek({ clock, config }: Services): string {
  return weekOf(clock.now(), config.timeZone);
}

/** The week whose Monday comes next; at the very moment it is due, that one. */
function nextWeek(services: Services): string {
  const present = presentWeek(services);
  const isDue = services.clock.now() > dueAt(present, services.config.timeZone);
  return isDue ? addWeeks(present, 1) : present;
}

async function told(services: Services, run: Run): Promise<string[]> {
  const books = run.books ?? (await (await services.stores()).batches.books(run.week));
  return runLines(run, books, services.clock.now());
}
