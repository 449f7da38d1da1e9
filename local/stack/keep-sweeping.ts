// Fires the sweep in a local stack again and again, in place of Cloud Scheduler.
import { setTimeout as wait } from 'node:timers/promises';
import { fireSchedule } from './fire-schedule.ts';
import type { Stack } from './stack.ts';

/** Deployed, it is 15 minutes; here somebody is watching. */
const everyMilliseconds = 60_000;

/** Resolves when `asked` is aborted. A sweep that fails is in the log, and the next one comes. */
export async function keepSweeping(stack: Stack, asked: AbortSignal): Promise<void> {
  while (!asked.aborted) {
    await wait(everyMilliseconds, undefined, { signal: asked }).catch(() => undefined);
    if (!asked.aborted) await fireSchedule(stack, 'sweep', new Date()).catch(() => undefined);
  }
}
