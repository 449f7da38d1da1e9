// The faults of a content folder, as lines to print.
import type { LineFault } from './located-file.ts';

/** One line each, `file:line: field: what is wrong; ...`, with the folder before the file. */
export function faultLines(folder: string, faults: LineFault[]): string[] {
  const start = folder === '' ? '' : `${folder.replace(/[\\/]+$/, '')}/`;
  return faults.map(({ path, line, field, message }) => `${start}${path}:${line}: ${field}: ${message}`);
}
