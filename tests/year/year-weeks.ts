// The Mondays of a year, said without the product's own calendar: 2026 has a week 53 and both changes of the clock.

/** `dueAt`: 09:00 in Berlin, in milliseconds. */
export type YearWeek = { id: string; dueAt: number };

const hour = 3_600_000;
const day = 24 * hour;
/** The first is the Monday of 2026-W01. */
const firstMonday = Date.UTC(2025, 11, 29);
/** Germany's summer time of 2026 (Directive 2000/84/EC): the last Sundays of March and October. */
const summer = { from: Date.UTC(2026, 2, 29), to: Date.UTC(2026, 9, 25) };

/** 2026-W01 to 2026-W53, and the first week of 2027. */
export const yearWeeks: YearWeek[] = Array.from({ length: 54 }, (_, at) => {
  const monday = firstMonday + at * 7 * day;
  const isSummer = monday > summer.from && monday < summer.to;
  return {
    id: at < 53 ? `2026-W${String(at + 1).padStart(2, '0')}` : '2027-W01',
    dueAt: monday + (isSummer ? 7 : 8) * hour,
  };
});

/** Which of them an instant falls in; a week begins nine hours before its mail is due, and no clock changes on a Monday. */
export function weekAt(instant: number): number {
  return yearWeeks.findLastIndex(({ dueAt }) => dueAt - 9 * hour <= instant);
}
