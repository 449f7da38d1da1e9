// The lease of the one sender: taken, checked, and given back.
import type { Services } from '../services.ts';
import type { Run } from './run.ts';

/** Longer than the function may run, so that no living sender ever needs to renew it. */
const leaseSeconds = 600;

/** A request may take 3 s to connect and 15 s to answer; with less than this left of the lease, none is begun. */
export const leaseMarginSeconds = 30;

/** Takes the lease of a sending run. Null where the run is not sending, or another sender holds the lease. */
export async function takeLease(services: Services, week: string, senderId: string): Promise<Run | null> {
  const { runs } = await services.stores();
  const now = services.clock.now();
  const expiresAt = new Date(now.getTime() + leaseSeconds * 1_000);
  const taken = await runs.change(week, (run) =>
    run.state === 'sending' && isFree(run, now) ? { sender: { id: senderId, expiresAt } } : null,
  );
  return taken?.changed ? taken.run : null;
}

/** Whether nobody holds the lease. */
export function isFree(run: Pick<Run, 'sender'>, now: Date): boolean {
  return run.sender === null || run.sender.expiresAt <= now;
}

/**
 * Gives the lease back where it is still this sender's. Gives the run as it is then: a run that was paused and resumed
 * meanwhile is sending again, and needs a message.
 */
export async function releaseLease(services: Services, week: string, senderId: string): Promise<Run | null> {
  const { runs } = await services.stores();
  const released = await runs.change(week, (run) => (run.sender?.id === senderId ? { sender: null } : null));
  return released?.run ?? null;
}
