// Why a learner must not be mailed now, if so. Asked when the week is planned, and again right before sending.
import type { Learner } from '../learners/learner.ts';
import { type MailStatus, mailStatus } from '../learners/mail-status.ts';
import type { ReasonCode } from './reason.ts';

const codes: Record<MailStatus, ReasonCode | null> = {
  SUBSCRIBED: null,
  NOT_ENTITLED: 'NOT_ENTITLED',
  NO_CONSENT: 'NO_CONSENT',
  SUPPRESSED: 'SUPPRESSED',
  UNSUBSCRIBED: 'UNSUBSCRIBED',
  PAUSED: 'PAUSED',
};

/** The reason, or null where nothing forbids it. */
export function mayNotMail(learner: Learner, at: Date): ReasonCode | null {
  const { entitled, address, sharesAddress } = learner.customer;
  if (entitled && address === null) return 'NO_ADDRESS';
  const code = codes[mailStatus(learner, at)];
  return code ?? (sharesAddress ? 'SHARES_ADDRESS' : null);
}
