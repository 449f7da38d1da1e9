// What is kept of an alert, and the rule for what of it is still to be told.
import { z } from 'zod';
import { type Alert, alertCodeSchema } from './alert.ts';

export const toldSchema = z.object({
  code: alertCodeSchema,
  week: z.string().nullable(),
  text: z.string(),
  seenAt: z.date(),
  /** When an instance took it in hand last; null while it has patience. */
  claimedAt: z.date().nullable(),
  loggedAt: z.date().nullable(),
  /**
   * `UNSENT` surely did not leave and is tried again. `IN_FLIGHT` that stays so is unknown, like `UNKNOWN`: never again.
   * `NONE`: not yet, or there is no address.
   */
  mail: z.enum(['NONE', 'IN_FLIGHT', 'SENT', 'UNSENT', 'REFUSED', 'UNKNOWN']),
  expiresAt: z.date(),
});

export type Told = z.infer<typeof toldSchema>;

/** What is still to be told, the mail always, the log line once; null: nothing now. */
export function whatToTell(told: Told | null, alert: Alert, now: Date): { log: boolean } | null {
  const minutesSince = (at: Date) => (now.getTime() - at.getTime()) / 60_000;
  if (told === null) return alert.patienceMinutes === 0 ? { log: true } : null;
  if (told.claimedAt !== null && minutesSince(told.claimedAt) < claimMinutes) return null;
  if (told.loggedAt === null) {
    return minutesSince(told.seenAt) < alert.patienceMinutes ? null : { log: true };
  }
  const isTriedAgain = told.mail === 'UNSENT' && minutesSince(told.loggedAt) < mailHours * 60;
  return isTriedAgain ? { log: false } : null;
}

/** Longer than a sweep may run, shorter than from one to the next: who claimed it and did not tell it is dead. */
const claimMinutes = 10;

/** A mail that cannot leave for a day tells nothing new any more; the log did. */
const mailHours = 24;

/** Kept as long as batches: what was told of a run stays while its books do. */
export const toldLifeDays = 400;
