// When a run starts too late, and when a week's sending ends.
import type { Config } from '../config.ts';
import { addWeeks, instantOfWeek, weekOf } from '../week.ts';

type Lateness = Pick<Config, 'timeZone' | 'misfireGraceHours'>;

/** When the weekly mail of a week is due: Monday 09:00 in the shop's time zone. */
export function dueAt(week: string, timeZone: string): Date {
  return instantOfWeek(week, timeZone, { weekday: 1, hour: 9 });
}

/** Why a start now waits for an operator; null where it does not. */
export function lateStart(week: string, now: Date, config: Lateness): string | null {
  if (!startsLate(dueAt(week, config.timeZone), now, config)) return null;
  return (
    sendingIsOver(week, now, config) ??
    `late: it started more than ${config.misfireGraceHours} hours after it was due. Resume it to mail now, or cancel it.`
  );
}

/** Whether a start is so late that an operator must want it: mail of Monday on a Thursday surprises people. */
export function startsLate(scheduledAt: Date, now: Date, config: Lateness): boolean {
  if (config.misfireGraceHours === 0) return false;
  return now.getTime() - scheduledAt.getTime() > config.misfireGraceHours * 3_600_000;
}

/** Whether the week's sending is over: Thursday 20:00 in the shop's time zone, so that two runs never compete. */
export function isTooLateToSend(week: string, now: Date, config: Lateness): boolean {
  if (config.misfireGraceHours === 0) return false;
  return now > instantOfWeek(week, config.timeZone, { weekday: 4, hour: 20 });
}

/** Why nothing of a week can be mailed any more, whatever step its run stands at; null where it can. */
export function sendingIsOver(week: string, now: Date, config: Lateness): string | null {
  if (!isTooLateToSend(week, now, config)) return null;
  return `late: the sending of ${week} ended on Thursday at 20:00 in the shop’s time zone, before its plan was complete. Nobody was mailed. Cancel the run.`;
}

/** How far ahead of the clock the schedule may be fired where lateness rules are off: to see the weeks to come at once. */
const weeksAheadMax = 4;

/**
 * The weeks that may be started at `now`, earliest and latest: the previous and the present one. Where lateness rules
 * are off, the schedule may also be fired for weeks to come.
 */
export function startableWeeks(now: Date, config: Lateness, by: 'schedule' | 'operator'): { from: string; to: string } {
  const present = weekOf(now, config.timeZone);
  const ahead = by === 'schedule' && config.misfireGraceHours === 0 ? weeksAheadMax : 0;
  return { from: addWeeks(present, -1), to: addWeeks(present, ahead) };
}
