// Prints a bench's rows as a table, and writes them as JSON where it is asked to.
import { writeFile } from 'node:fs/promises';
import type { Row } from './row.ts';

export async function report(title: string, rows: Row[], jsonFile: string | undefined): Promise<void> {
  console.log(`\n${title}`);
  const head = ['', 'value', 'baseline', 'ratio', 'spread', 'goal', ''];
  const cells = rows.map((row) => [
    row.name,
    `${shown(row.value)} ${row.unit}`,
    shown(row.baseline),
    shown(row.ratio),
    row.spread === null ? '' : `${shown(row.spread[0])} to ${shown(row.spread[1])}`,
    row.goal ?? '',
    row.met === null ? '' : row.met ? 'met' : 'NOT MET',
  ]);
  const widths = head.map((_, at) => Math.max(...[head, ...cells].map((line) => line[at]?.length ?? 0)));
  for (const line of [head, ...cells]) {
    console.log(
      line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    );
  }
  if (jsonFile !== undefined) await writeFile(jsonFile, `${JSON.stringify(rows, null, 2)}\n`);
}

function shown(number: number | null): string {
  if (number === null) return '';
  return Number.isInteger(number) ? String(number) : number.toPrecision(4);
}
