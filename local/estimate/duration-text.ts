// Seconds in words.

/** In the largest unit of which there are at least two, with one digit after the point where that says something. */
export function durationText(seconds: number): string {
  const [unit, size] = units.find(([, size]) => seconds >= 2 * size) ?? ['s', 1];
  const count = seconds / size;
  return `${Number(count.toFixed(count < 10 ? 1 : 0)).toLocaleString('en')} ${unit}`;
}

const units: readonly [string, number][] = [
  ['days', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
];
