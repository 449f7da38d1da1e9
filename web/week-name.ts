// Names an ISO week.

/**
 * @param week such as `2026-W48`
 * @param present the week that the reader is in or near; a week of another year is named with its year
 * @returns such as `Week 48` or `Week 52, 2025`
 */
export function weekName(week: string, present: string): string {
  const [year, number] = week.split('-W');
  const name = `Week ${Number(number)}`;
  return year === present.split('-W')[0] ? name : `${name}, ${year}`;
}
