// What an emulator's log says about why it ended.
import { stripVTControlCharacters } from 'node:util';

/** The last line that names an error or a warning, else the last line; without colours, at most 300 characters. */
export function lastWords(log: string): string {
  const lines = stripVTControlCharacters(log)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const telling =
    lines.findLast((line) => /^Error:|Failed to load function definition/.test(line)) ??
    lines.findLast((line) => /^⚠|error|fatal/i.test(line)) ??
    lines.at(-1);
  return (telling ?? 'it said nothing').slice(0, 300);
}
