// Rule: what a person has to know now.
import type { Config } from '../config.ts';
import { apiVersionEnd } from '../shopify/api-version-end.ts';
import { weekOf } from '../week.ts';
import { dueAt } from '../weekly-run/lateness.ts';
import type { Run } from '../weekly-run/run.ts';
import type { Alert } from './alert.ts';

/** What is known besides the runs. */
export type Facts = Pick<Config, 'timeZone' | 'misfireGraceHours' | 'resendUnknown'> & {
  /** When this installation first met its database. */
  since: Date;
  /** Of Shopify's Admin API, such as `2026-10`. */
  apiVersion: string;
  /** Of the weeks looked at, those whose run cannot be read, and what does not fit. */
  unreadable: readonly { week: string; fault: string }[];
};

/** `runs` are those of the present and the previous week, as far as there are any that can be read. */
export function findAlerts(runs: readonly Run[], now: Date, facts: Facts): Alert[] {
  const week = weekOf(now, facts.timeZone);
  return [
    ...runs.flatMap((run) => [paused(run), overdue(run, now, facts), unknownWaits(run, facts), contentLow(run)]),
    ...facts.unreadable.map(unreadable),
    [...runs, ...facts.unreadable].some((run) => run.week === week) ? null : notStarted(week, now, facts),
    apiVersionEnding(now, facts),
  ].filter((found) => found !== null);
}

/** A run is done within hours; a day later something is wrong, whatever it is. */
const overdueHours = 24;
/** Cloud Scheduler tries for minutes. */
const startHours = 1;
/** Below this there is no time left to write: the doctor's line as well. */
const contentWeeksMin = 3;
/** A new version of the Admin API is published every 90 days; two months are time to take one in. */
const apiVersionDays = 60;
/** Events of SES arrive within minutes; the rule that sends once more waits 6 h for them. */
const unknownMinutes = { waits: 60, resends: 7 * 60 };

function alert(code: Alert['code'], about: { id: string; week: string | null }, text: string): Alert {
  return { id: `${code}_${about.id}`, code, week: about.week, text, patienceMinutes: 0 };
}

function paused({ week, state, reason, pause }: Run): Alert | null {
  if (state !== 'paused' || pause?.by === 'OPERATOR') return null;
  // Each pause is news: who resumed the run after one has gone away since.
  const id = pause === null ? week : `${week}_${pause.at.toISOString().replace(/[-:]|\.\d+/g, '')}`;
  return alert('RUN_PAUSED', { id, week }, `The weekly run of ${week} is paused. ${whyPaused({ reason, pause })}`);
}

function overdue(run: Run, now: Date, { misfireGraceHours }: Facts): Alert | null {
  const { week, state, reason, pause, notices } = run;
  if (state === 'done' || state === 'failed' || misfireGraceHours === 0) return null;
  // An operator may start the run of a week long after it was due, and have it go on after it was done.
  const from = Math.max(...[run.scheduledAt, run.startedAt, run.reopenedAt ?? run.startedAt].map(Number));
  if (now.getTime() - from < overdueHours * 3_600_000) return null;
  const why = state === 'paused' ? whyPaused({ reason, pause }) : reason;
  const late = `The weekly run of ${week} is not done ${overdueHours} hours after it was due: it is ${state}.`;
  return alert('RUN_OVERDUE', { id: week, week }, [late, why, ...notices].filter(Boolean).join(' '));
}

/** Its own words only: those of an operator may name somebody. */
function whyPaused({ reason, pause }: Pick<Run, 'reason' | 'pause'>): string {
  return (pause?.by === 'ITSELF' ? reason : null) ?? 'Its reason stands in weeklyRun.';
}

function notStarted(week: string, now: Date, { timeZone, misfireGraceHours, since }: Facts): Alert | null {
  const due = dueAt(week, timeZone);
  const isNew = since > due;
  if (misfireGraceHours === 0 || isNew || now.getTime() - due.getTime() < startHours * 3_600_000) return null;
  const text = `The weekly run of ${week} has not started ${startHours} hour after it was due. See what the log of weeklyRun says, and whether its Cloud Scheduler job is enabled; then start it with startWeeklyRun.`;
  return alert('RUN_NOT_STARTED', { id: week, week }, text);
}

function unreadable({ week, fault }: Facts['unreadable'][number]): Alert {
  const text = `The weekly run of ${week} cannot be read, so it does nothing: ${fault} Mend its document in weeklyRuns.`;
  return alert('RUN_UNREADABLE', { id: week, week }, text);
}

function unknownWaits({ week, state, reason }: Run, { resendUnknown }: Facts): Alert | null {
  if (state !== 'settling' || reason === null) return null;
  const found = alert(
    'UNKNOWN_WAITS',
    { id: week, week },
    `The weekly run of ${week} waits for an operator. ${reason}`,
  );
  return { ...found, patienceMinutes: resendUnknown ? unknownMinutes.resends : unknownMinutes.waits };
}

function contentLow({ week, contentWeeksLeft: left }: Run): Alert | null {
  if (left === null || left >= contentWeeksMin) return null;
  const text = `After ${week} the learner who has the fewest challenges left has them for ${left} week${left === 1 ? '' : 's'}. Write and publish more; the content check names the level.`;
  return alert('CONTENT_LOW', { id: week, week }, text);
}

function apiVersionEnding(now: Date, { apiVersion }: Facts): Alert | null {
  const end = apiVersionEnd(apiVersion);
  if (end.getTime() - now.getTime() > apiVersionDays * 86_400_000) return null;
  const text = `Shopify answers version ${apiVersion} of its Admin API until ${end.toISOString().slice(0, 10)}. Update Stepladder to a release made for a later one.`;
  return alert('SHOPIFY_API_VERSION_ENDING', { id: apiVersion, week: null }, text);
}
