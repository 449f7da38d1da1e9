// Says in words how things stand with a learner's weekly mail, and what they may change about it.
import type { MailPreferencePartsFragment } from './generated/graphql.ts';
import { pauseEnd } from './pause-end.ts';

/** Where no change is offered, the sentence says what would have to happen instead. */
export function describeMail({ status, pausedUntil }: MailPreferencePartsFragment): MailDescription {
  switch (status) {
    case 'SUBSCRIBED':
      return { sentence: 'You get a new challenge by mail every Monday.', changes: ['pause', 'unsubscribe'] };
    case 'PAUSED':
      return {
        sentence: pausedUntil ? `Paused. It starts again on ${pauseEnd(pausedUntil)}.` : 'Paused for now.',
        changes: ['resume', 'unsubscribe'],
      };
    case 'UNSUBSCRIBED':
      return { sentence: 'You have unsubscribed. We send you no more challenges.', changes: ['resubscribe'] };
    case 'NO_CONSENT':
      return {
        sentence: 'You have not agreed to mail from the shop, so we send none. You can agree in the shop.',
        changes: [],
      };
    case 'SUPPRESSED':
      return {
        sentence: 'Mail to your address came back or was refused, so we stopped. Please write to the shop.',
        changes: [],
      };
    case 'NOT_ENTITLED':
      return {
        sentence: 'Your subscription has ended, so there is no weekly mail. You can renew it in the shop.',
        changes: [],
      };
  }
}

export type MailChange = 'pause' | 'resume' | 'resubscribe' | 'unsubscribe';
type MailDescription = { sentence: string; changes: MailChange[] };
