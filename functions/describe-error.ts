// What a log may say of an error.
import { AppError } from './errors.ts';
import { stackFrames } from './stack-frames.ts';

/**
 * The error's code or name, and where it came from. The message only of our own errors, which hold nothing personal:
 * those of SDKs may quote a request.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = stackFrames(error.stack ?? '');
  const described = error instanceof AppError ? { code: error.code, reason: error.message } : {};
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  return { error: error.name, ...described, stack: frames.slice(0, 8).join('\n'), ...cause };
}
