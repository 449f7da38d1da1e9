// The shapes of what SES says of a mail, one for each kind that we use, brought to one.
import { z } from 'zod';
import type { BounceKind, SesEventKind } from './ses-event.ts';

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
/** Becomes a name in a document. */
const id = z.string().regex(/^[A-Za-z0-9][\w-]{0,255}$/);
const word = z.string().regex(/^[\w -]{1,64}$/);
const address = z.string().min(1).max(1_000);
const concerned = z.array(z.object({ emailAddress: address })).transform((all) => all.map((each) => each.emailAddress));

const mail = z.object({
  timestamp: time,
  messageId: id,
  destination: z.array(address).default([]),
  /** Only in event publishing; each value comes in a list. */
  tags: z.record(z.string(), z.array(z.string())).optional(),
  /** Only where the notification is set to include them. */
  headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
});

const bounceKinds = new Map<string, BounceKind>([
  ['Permanent', 'PERMANENT'],
  ['Transient', 'TRANSIENT'],
]);

const bounce = z
  .object({
    bounceType: z.string(),
    bounceSubType: word,
    bouncedRecipients: concerned,
    timestamp: time,
    feedbackId: id,
  })
  .transform(({ bounceType, bounceSubType: subType, bouncedRecipients, timestamp, feedbackId }): Details => {
    const kind = bounceKinds.get(bounceType) ?? 'UNDETERMINED';
    return { at: timestamp, feedbackId, subType, bounce: { kind, subType }, recipients: bouncedRecipients };
  });
const complaint = z
  .object({
    complainedRecipients: concerned,
    timestamp: time,
    feedbackId: id,
    complaintSubType: word.nullish(),
    complaintFeedbackType: word.nullish(),
  })
  .transform(
    ({ complainedRecipients, timestamp, feedbackId, complaintSubType, complaintFeedbackType }): Details => ({
      at: timestamp,
      feedbackId,
      subType: complaintSubType ?? null,
      recipients: complainedRecipients,
      isOpposite: complaintFeedbackType === 'not-spam',
    }),
  );
const delivery = z
  .object({ timestamp: time, recipients: z.array(address) })
  .transform(({ timestamp, recipients }): Details => ({ at: timestamp, recipients }));
const deliveryDelay = z.object({ timestamp: time, delayType: word, delayedRecipients: concerned }).transform(
  ({ timestamp, delayType, delayedRecipients }): Details => ({
    at: timestamp,
    subType: delayType,
    recipients: delayedRecipients,
  }),
);
const alone = z.object({ mail }).transform((said): SesMessage => ({ mail: said.mail, details: {} }));

/** What a kind says beyond the mail; absent is what it does not tell. */
type Details = {
  at?: Date;
  feedbackId?: string;
  subType?: string | null;
  bounce?: { kind: BounceKind; subType: string };
  recipients?: string[];
  /** Whether it says the contrary of its kind: a provider reports that somebody called the mail no spam (RFC 5965 §7.3). */
  isOpposite?: boolean;
};

export type SesMail = z.output<typeof mail>;
export type SesMessage = { mail: SesMail; details: Details };

/** By SES's own names, the same in both formats (SES guide, "Contents of event data"). */
export const sesMessages = new Map<string, { kind: SesEventKind; schema: z.ZodType<SesMessage> }>([
  ['Send', { kind: 'send', schema: alone }],
  ['Reject', { kind: 'reject', schema: alone }],
  ['Rendering Failure', { kind: 'renderingFailure', schema: alone }],
  [
    'Bounce',
    {
      kind: 'bounce',
      schema: z.object({ mail, bounce }).transform(({ bounce: details, mail }) => ({ mail, details })),
    },
  ],
  [
    'Complaint',
    {
      kind: 'complaint',
      schema: z.object({ mail, complaint }).transform(({ complaint: details, mail }) => ({ mail, details })),
    },
  ],
  [
    'Delivery',
    {
      kind: 'delivery',
      schema: z.object({ mail, delivery }).transform(({ delivery: details, mail }) => ({ mail, details })),
    },
  ],
  [
    'DeliveryDelay',
    {
      kind: 'deliveryDelay',
      schema: z.object({ mail, deliveryDelay }).transform(({ deliveryDelay: details, mail }) => ({ mail, details })),
    },
  ],
]);
