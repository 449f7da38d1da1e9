// What SES says of a mail in the course of its life, in the format of event publishing.
import { createMessageId } from './message-id.ts';
import type { SendEvent } from './send-event.ts';

/** What becomes of a mail that was accepted. */
export type MailFate = 'delivered' | 'bounced' | 'suppressed' | 'answeredAutomatically' | 'complained';

/** The messages of the mail's events, in order: Send and what follows (notes, SES §3.1). All happen at once. */
export function eventMessages({ messageId, to, tags }: SendEvent, fate: MailFate, now: Date): object[] {
  const timestamp = now.toISOString();
  const mail = {
    timestamp,
    messageId,
    source: 'challenge@mail.example.com',
    sourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/mail.example.com',
    sendingAccountId: '000000000000',
    destination: to,
    headersTruncated: false,
    headers: [],
    commonHeaders: {},
    tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
  };
  const recipients = to.map((emailAddress) => ({ emailAddress }));
  const feedback = { timestamp, feedbackId: createMessageId(now) };
  const bounce = (bounceType: string, bounceSubType: string) => ({
    eventType: 'Bounce',
    mail,
    bounce: { ...feedback, bounceType, bounceSubType, bouncedRecipients: recipients },
  });
  const delivery = { timestamp, processingTimeMillis: 1, recipients: to, smtpResponse: '250 2.0.0 OK' };
  const delivered = { eventType: 'Delivery', mail, delivery };
  const complaint = { ...feedback, complainedRecipients: recipients, complaintFeedbackType: 'abuse' };
  const after: Record<MailFate, object[]> = {
    delivered: [delivered],
    bounced: [bounce('Permanent', 'General')],
    suppressed: [bounce('Permanent', 'Suppressed')],
    answeredAutomatically: [delivered, bounce('Transient', 'General')],
    complained: [delivered, { eventType: 'Complaint', mail, complaint: { ...complaint, complaintSubType: null } }],
  };
  return [{ eventType: 'Send', mail, send: {} }, ...after[fate]];
}
