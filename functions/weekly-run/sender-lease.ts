// The lease of the one sender: taken, checked, and given back.
import { claimEnvironment } from '../environment/claim-environment.ts';
import type { Services } from '../services.ts';
import { countTry } from './count-try.ts';
import { pausedParts, type Run } from './run.ts';

/** Longer than the function may run, so that no living sender ever needs to renew it. */
const leaseSeconds = 600;

/** A request may take 3 s to connect and 15 s to answer; with less than this left of the lease, none is begun. */
export const leaseMarginSeconds = 30;

/**
 * Takes the lease of a sending run, and counts the try. Null where the run is not sending, or another sender holds the
 * lease; also where the database is another environment's or senders died too often: then the run is paused.
 */
export async function takeLease(services: Services, week: string, senderId: string): Promise<Run | null> {
  const { runs } = await services.stores();
  const { foreign } = await claimEnvironment(services);
  const now = services.clock.now();
  const expiresAt = new Date(now.getTime() + leaseSeconds * 1_000);
  const taken = await runs.change(week, (run) => {
    if (run.state !== 'sending' || !isFree(run, now)) return null;
    if (foreign !== null) return pausedParts(run, { reason: foreign, by: 'ITSELF', at: now });
    const counted = countTry(run, 'send', now);
    return counted?.state === 'paused' ? counted : { ...counted, sender: { id: senderId, expiresAt } };
  });
  // Not by what was changed: where the answer to the write got lost, the transaction finds the lease taken, by this sender.
  return taken?.run.sender?.id === senderId ? taken.run : null;
}

/** Whether nobody holds the lease. */
export function isFree(run: Pick<Run, 'sender'>, now: Date): boolean {
  return run.sender === null || run.sender.expiresAt <= now;
}

/**
 * Gives the lease back, at an orderly end, where it is still this sender's. Gives the run as it is then: a run that was
 * paused and resumed meanwhile is sending again, and needs a message.
 */
export async function releaseLease(services: Services, week: string, senderId: string): Promise<Run | null> {
  return giveBack(services, week, { senderId, parts: { sender: null, tries: null } });
}

/** The same at an end by a fault, or one of which it is not known yet whether it is orderly: the try counts. */
export async function abandonLease(services: Services, week: string, senderId: string): Promise<Run | null> {
  return giveBack(services, week, { senderId, parts: { sender: null } });
}

async function giveBack(
  services: Services,
  week: string,
  { senderId, parts }: { senderId: string; parts: Partial<Pick<Run, 'sender' | 'tries'>> },
): Promise<Run | null> {
  const { runs } = await services.stores();
  const released = await runs.change(week, (run) => (run.sender?.id === senderId ? parts : null));
  return released?.run ?? null;
}
