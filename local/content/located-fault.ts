// A content file's fault with its line.
import type { ContentFault } from '../../functions/challenges/refuse-faults.ts';
import type { LineFault, LocatedFile } from './located-file.ts';

/** In the first line where there is no such file. */
export function locatedFault({ path, field, message }: ContentFault, file: LocatedFile | undefined): LineFault {
  return { path, line: file?.lineOf(field) ?? 1, field: field.join('.') || 'front matter', message };
}
