// What nobody foresaw while a content file was looked through, as one line that names the file.
import type { LineFault } from './located-file.ts';

/** The error's own message may quote the file, answers and all: only its code or name is told. */
export function unexpectedFault(path: string, error: unknown): LineFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const name = code ?? (error instanceof Error ? error.name : 'unknown');
  const message = ['EACCES', 'EPERM'].includes(name)
    ? 'may not be read: give yourself the right to read it'
    : `cannot be looked through (${name}): write it in a plainer way, or take it out`;
  return { path, line: 1, field: 'file', message };
}
