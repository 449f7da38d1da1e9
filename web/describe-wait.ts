// Says a length of time in words.

/** @returns such as `1 second`, `90 seconds`, `5 minutes` or `2 hours`, rounded up: who waits so long waits long enough */
export function describeWait(seconds: number): string {
  if (seconds <= 90) return counted(Math.max(1, Math.ceil(seconds)), 'second');
  if (seconds <= 90 * 60) return counted(Math.ceil(seconds / 60), 'minute');
  return counted(Math.ceil(seconds / 3600), 'hour');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
