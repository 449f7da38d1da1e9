// Rule: whether a learner's own unsubscribe stands.
import type { Learner } from './learner.ts';

/** An unsubscribe falls when the shop records consent that was given after it: then they asked for the mail anew. */
export function isUnsubscribed({ customer, mail }: Pick<Learner, 'customer' | 'mail'>): boolean {
  if (mail.unsubscribedAt === null) return false;
  const { consent, consentAt } = customer;
  return !(consent === 'SUBSCRIBED' && consentAt !== null && consentAt > mail.unsubscribedAt);
}
