// Bytes in words.

/** In decimal units, with three digits. */
export function bytesText(bytes: number): string {
  const [unit, size] = units.find(([, size]) => bytes >= size) ?? ['B', 1];
  return `${Number((bytes / size).toPrecision(3)).toLocaleString('en')} ${unit}`;
}

const units: readonly [string, number][] = [
  ['PB', 1e15],
  ['TB', 1e12],
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
];
