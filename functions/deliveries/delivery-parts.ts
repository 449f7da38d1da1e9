// Rule: what one event of SES writes to its delivery.
import type { SesEvent, SesEventKind } from '../ses-events/ses-event.ts';
import { instantOfWeek } from '../week.ts';
import { type Delivery, deliveryLifeDays } from './delivery.ts';
import { isHardBounce } from './is-hard-bounce.ts';
import type { MailOfEvent } from './mail-of-event.ts';

/** To be merged into the document, whatever stands there. A function of the event alone: the same event, the same parts. */
export function deliveryParts(event: SesEvent, { week, learnerId }: MailOfEvent): DeliveryParts {
  const { kind, sesId, mailAt, at, subType, bounce } = event;
  const notice = { sesId, mailAt, at, subType, ...(kind === 'bounce' && { kind: bounce?.kind ?? 'UNDETERMINED' }) };
  const monday = instantOfWeek(week, 'UTC', { weekday: 1, hour: 0 });
  return {
    week,
    learnerId,
    expiresAt: new Date(monday.getTime() + deliveryLifeDays * 86_400_000),
    [fields[kind]]: { [keyOf(event)]: notice },
    ...(isHardBounce(event) && isNews(event) && { hardBouncedWeek: week }),
    ...(kind === 'complaint' && isNews(event) && { complainedWeek: week }),
  };
}

/** What the account's own suppression list keeps back reached no provider: Amazon counts it in no rate, and so do no guards. */
function isNews({ subType, bounce }: SesEvent): boolean {
  return (bounce?.subType ?? subType) !== 'OnAccountSuppressionList';
}

export type DeliveryParts = Pick<Delivery, 'week' | 'learnerId' | 'expiresAt'> & Partial<Delivery>;

const fields = {
  send: 'sends',
  delivery: 'deliveries',
  bounce: 'bounces',
  complaint: 'complaints',
  reject: 'rejects',
  renderingFailure: 'renderingFailures',
  deliveryDelay: 'delays',
} as const satisfies Record<SesEventKind, keyof Delivery>;

/** One entry for each thing that happened: a mail may wait more than once, and bounce at once and once more later. */
function keyOf({ sesId, feedbackId, at }: SesEvent): string {
  return `${feedbackId ?? sesId} ${at.toISOString()}`;
}
