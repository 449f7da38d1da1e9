// Fires a schedule in a local stack, as Cloud Scheduler does.
import { LocalError } from '../local-error.ts';
import type { Ports } from './ports.ts';

/** A first call starts an instance and walks the first steps; Cloud Scheduler itself waits 3 minutes. */
const timeoutMilliseconds = 180_000;

/**
 * Calls the scheduled function with the schedule's time. Resolves when it has returned; throws a LocalError where no
 * stack answers or the function fails.
 */
export async function fireSchedule(
  stack: { projectId: string; ports: Pick<Ports, 'functions'> },
  name: 'weeklyRun' | 'sweep',
  scheduledAt: Date,
): Promise<void> {
  const { projectId, ports } = stack;
  // The emulator fires no schedule by itself; a scheduled function is an HTTPS function under the name of its trigger.
  const url = `http://127.0.0.1:${ports.functions}/functions/projects/${projectId}/triggers/us-central1-${name}-0`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'X-CloudScheduler-ScheduleTime': scheduledAt.toISOString() },
    signal: AbortSignal.timeout(timeoutMilliseconds),
  }).catch((error: Error) => {
    if (error.name === 'TimeoutError') throw new LocalError(`${name} did not return within 3 minutes.`);
    throw new LocalError(
      `The connection to 127.0.0.1:${ports.functions} broke off before ${name} returned: does the stack still run?`,
    );
  });
  if (response.ok) return;
  const [reason] = (await response.text()).split('\n');
  throw new LocalError(`${name} failed (${response.status}: ${reason}): .stack/${projectId}/emulators.log says why.`);
}
