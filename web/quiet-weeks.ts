// Rule: whether no new challenge has come to a learner who would have got one.
import type { MailStatus } from './generated/graphql.ts';
import { weekStart } from './week-start.ts';

/**
 * Mail goes out from Monday until Thursday at 20:00, so a challenge that is missing on the Saturday after the newest
 * one's own week will not come any more that week.
 *
 * @param newest the week of the newest challenge
 */
export function quietWeeks(newest: string, mailStatus: MailStatus, now: number): boolean {
  return mailStatus === 'SUBSCRIBED' && now >= weekStart(newest) + QUIET_DAYS * DAY_MS;
}

/** From the newest challenge's Monday to the Saturday of the week after. */
const QUIET_DAYS = 12;
const DAY_MS = 24 * 60 * 60 * 1000;
