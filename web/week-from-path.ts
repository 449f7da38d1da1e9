// Reads the week out of the address that a mail's button leads to.

/**
 * @param path such as `/week/2026-W48`
 * @returns the ISO week, or null where the path names none, or one that does not exist: the API would refuse it
 */
export function weekFromPath(path: string): string | null {
  const [, week = null, year, number] = /^\/week\/((\d{4})-W(\d{2}))$/.exec(path) ?? [];
  const isWeek = Number(number) >= 1 && Number(number) <= weeksIn(Number(year));
  return isWeek ? week : null;
}

/** ISO 8601: a year has 53 weeks where its first or its last day is a Thursday. */
function weeksIn(year: number): number {
  const isThursday = (monthAndDay: string) =>
    new Date(`${String(year).padStart(4, '0')}-${monthAndDay}T00:00:00Z`).getUTCDay() === 4;
  return isThursday('01-01') || isThursday('12-31') ? 53 : 52;
}
