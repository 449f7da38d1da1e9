// Rule: what a learner is shown of their mail.
import type { Learner } from './learner.ts';
import { type MailStatus, mailStatus } from './mail-status.ts';

/** `pausedUntil` is null unless it is still to come; a pause is shown also where something else forbids mail as well. */
export function mailPreference(learner: Pick<Learner, 'customer' | 'mail'>, now: Date): MailPreference {
  const { pausedUntil } = learner.mail;
  return {
    status: mailStatus(learner, now),
    pausedUntil: pausedUntil !== null && pausedUntil > now ? pausedUntil : null,
  };
}

export type MailPreference = { status: MailStatus; pausedUntil: Date | null };
