// The ISO week: its schema, the week of an instant, and instants of a week, all in the shop's time zone.
import { DateTime } from 'luxon';
import { z } from 'zod';

/** An ISO 8601 week that exists, such as `2026-W48`; `2026-W53` does, `2027-W53` does not. */
export const weekSchema = z
  .string()
  .refine(isWeek, { error: 'must be an ISO week that exists, such as 2026-W48 (weeks 01 to 52, in some years 53)' });

/** By arithmetic, since each week of each learner that is read is checked: a date took half of the time of parsing them. */
function isWeek(text: string): boolean {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(text) ?? [];
  if (year === undefined || week === undefined || week === '00') return false;
  return Number(week) <= (hasWeek53(Number(year)) ? 53 : 52);
}

/** A year that begins or ends on a Thursday (ISO 8601). */
function hasWeek53(year: number): boolean {
  const weekday = (month: number, day: number) => new Date(Date.UTC(year, month, day)).getUTCDay();
  return weekday(0, 1) === 4 || weekday(11, 31) === 4;
}

/** The ISO week in which an instant falls, in an IANA time zone. */
export function weekOf(instant: Date, timeZone: string): string {
  return DateTime.fromJSDate(instant, { zone: timeZone }).toFormat("kkkk-'W'WW");
}

/** An instant of a week: 1 = Monday, the hour on the clock of that time zone. */
export function instantOfWeek(week: string, timeZone: string, at: { weekday: number; hour: number }): Date {
  const day = DateTime.fromISO(`${week}-${at.weekday}`, { zone: timeZone });
  return day.set({ hour: at.hour }).toJSDate();
}

/** The week so many weeks later (or earlier, where negative). */
export function addWeeks(week: string, weeks: number): string {
  return DateTime.fromISO(`${week}-1`, { zone: 'utc' }).plus({ weeks }).toFormat("kkkk-'W'WW");
}
