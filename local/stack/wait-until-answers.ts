// Waits for an HTTP server that is starting.
import { setTimeout as after } from 'node:timers/promises';

const pollMilliseconds = 100;

/** Resolves when anything answers there. Throws when `signal` is aborted first. */
export async function waitUntilAnswers(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const answer = await fetch(url, { signal }).catch(() => undefined);
    if (answer) return;
    await after(pollMilliseconds, undefined, { signal });
  }
}
