// Rule: whether a learner may be mailed, and the first thing that forbids it.
import { isUnsubscribed } from './is-unsubscribed.ts';
import type { Learner } from './learner.ts';

/**
 * The weightiest obstacle comes first: what the learner cannot undo here stands before what they can. Without an address
 * there is nobody to consent, so that is NO_CONSENT. A pause ends at its instant: at `pausedUntil` itself mail may go.
 */
export function mailStatus({ customer, mail }: Pick<Learner, 'customer' | 'mail'>, now: Date): MailStatus {
  if (!customer.entitled) return 'NOT_ENTITLED';
  if (mail.suppressed !== null) return 'SUPPRESSED';
  if (customer.consent !== 'SUBSCRIBED' || customer.address === null) return 'NO_CONSENT';
  if (isUnsubscribed({ customer, mail })) return 'UNSUBSCRIBED';
  if (mail.pausedUntil !== null && mail.pausedUntil > now) return 'PAUSED';
  return 'SUBSCRIBED';
}

/** Only SUBSCRIBED is mailed. */
export type MailStatus = 'NOT_ENTITLED' | 'SUPPRESSED' | 'NO_CONSENT' | 'UNSUBSCRIBED' | 'PAUSED' | 'SUBSCRIBED';
