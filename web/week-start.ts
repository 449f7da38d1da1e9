// Finds the Monday of an ISO week.

/**
 * @param week such as `2026-W48`
 * @returns its Monday, midnight UTC, in milliseconds since 1970. The 4th of January is always in week 1 (ISO 8601).
 */
export function weekStart(week: string): number {
  const [year, number] = week.split('-W').map(Number) as [number, number];
  const fourth = Date.UTC(year, 0, 4);
  const daysFromMonday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth + ((number - 1) * 7 - daysFromMonday) * DAY_MS;
}

const DAY_MS = 24 * 60 * 60 * 1000;
