// Rule: how long the mails of one Monday take.
import type { SendQuota } from '../../functions/mail/mailer.ts';
import { sentBy } from '../estimate/monday.ts';

/**
 * Seconds from the first mail to the last at the pace that a sender comes to by the account's rate; where the day's quota ends, the rest waits until the
 * rolling day is over. Nothing else is sent by the account, as far as this knows.
 */
export function mondaySeconds(learners: number, quota: Pick<SendQuota, 'maxSendRate' | 'max24HourSend'>): number {
  const { max24HourSend } = quota;
  const perSecond = sentBy(quota.maxSendRate);
  const perDay = max24HourSend === null ? Number.POSITIVE_INFINITY : Math.min(max24HourSend, perSecond * daySeconds);
  const fullDays = Math.max(0, Math.ceil(learners / perDay) - 1);
  if (fullDays === 0) return learners / perSecond;
  return fullDays * daySeconds + (learners - fullDays * perDay) / perSecond;
}

const daySeconds = 86_400;
