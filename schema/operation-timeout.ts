// Ends an operation that takes too long.
import type { Plugin } from 'graphql-yoga';
import { AppError } from '../functions/errors.ts';

/**
 * Answers `OVERLOADED` after 45 seconds. No field is resolved any more then; what a resolver has begun is not undone, so
 * the message does not say that nothing happened. The timer ends with the operation.
 */
export const operationTimeout: Plugin = {
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn(async (args) => {
      const ending = new AbortController();
      const ended = new Promise<never>((_, reject) => {
        ending.signal.addEventListener('abort', () => reject(ending.signal.reason), { once: true });
      });
      const signalled = { ...args, signal: ending.signal };
      const timer = setTimeout(() => ending.abort(tookTooLong()), timeoutSeconds * 1000);
      try {
        // The executor heeds the signal between fields only: a mutation that waits would hold the answer up.
        return await Promise.race([executeFn(signalled), ended]);
      } finally {
        clearTimeout(timer);
      }
    });
  },
};

/** Below the function's own 60 s, whose end would be an answer without words. */
const timeoutSeconds = 45;

function tookTooLong(): AppError {
  const message = 'This took too long. Look whether it was done, and if not, try again in a minute.';
  return new AppError('OVERLOADED', message, { retryable: true });
}
