// Rule: what may be printed of an error that nobody here has looked at.
import { AppError } from './errors.ts';
import { stackFrames } from './stack-frames.ts';

/**
 * For an error, or a text that is one's stack: its name and innermost frames on one line. Not its message, which may
 * quote a request, unless the error is one of ours: then its stack. Anything else as it is.
 */
export function quietError(value: unknown): unknown {
  if (value instanceof AppError) return value.stack;
  if (value instanceof Error) return withoutMessage(value.name, stackFrames(value.stack ?? ''));
  if (typeof value !== 'string') return value;
  const name = /^[A-Z]\w*(?=:|\n|$)/.exec(value)?.[0];
  const frames = stackFrames(value);
  if (name === undefined || name === AppError.name || frames.length === 0) return value;
  return withoutMessage(name, frames);
}

function withoutMessage(name: string, frames: string[]): string {
  return [`${name}: message withheld, because it may quote a request`, ...frames.slice(0, 8).map(trimmed)].join(' ');
}

const trimmed = (frame: string) => frame.trim();
