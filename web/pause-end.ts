// Names the Monday on which paused mail starts again.

/**
 * A pause ends on a Monday of the shop's time zone, which may be a Sunday where the reader is. Every instant of that
 * Monday's start lies nearer to its noon in UTC than to any other Monday's, so that is the one to name.
 *
 * @param instant ISO 8601, such as `2026-12-06T23:00:00Z`
 * @returns such as `Monday 7 December`
 */
export function pauseEnd(instant: string): string {
  const weeks = Math.round((Date.parse(instant) - A_MONDAY_NOON_MS) / WEEK_MS);
  return DAY.format(A_MONDAY_NOON_MS + weeks * WEEK_MS);
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const A_MONDAY_NOON_MS = Date.parse('2026-01-05T12:00:00Z');
const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
