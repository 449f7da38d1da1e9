// A learner: the shape of the document.
import { z } from 'zod';
import { weekSchema } from '../week.ts';

/** Whether the shop may mail a customer; only SUBSCRIBED is consent (Admin API 2026-10, CustomerEmailAddressMarketingState). */
export const consentSchema = z.enum(['SUBSCRIBED', 'NOT_SUBSCRIBED', 'UNSUBSCRIBED', 'PENDING', 'INVALID']);

/** What Shopify says of the customer. Written by the sync only. */
const customerSchema = z.object({
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  /** As Shopify holds it; mail goes to exactly this. */
  address: z.string().nullable(),
  /** Lower-cased: what addresses are compared by. */
  addressKey: z.string().nullable(),
  consent: consentSchema,
  consentAt: z.date().nullable(),
  entitled: z.boolean(),
  /** What the entitlement rests on. */
  evidence: z.enum(['SEGMENT', 'ORDERS', 'ABSENT']),
  /** A customer with a lower number and the same address gets the mail. */
  sharesAddress: z.boolean(),
});

/** The learner's own wishes, and what became of their address. */
const mailSchema = z.object({
  pausedUntil: z.date().nullable(),
  unsubscribedAt: z.date().nullable(),
  suppressed: z.object({ reason: z.enum(['BOUNCE', 'COMPLAINT']), since: z.date() }).nullable(),
  /** When the sign-in mails of the last hour were about to go out, oldest first. Learners from before this was kept have none. */
  signInMailsAt: z.array(z.date()).default([]),
});

/** What one week brought. A week that got the questionnaire has no challenge. */
const learnerWeekSchema = z.object({
  challengeId: z.string().nullable(),
  releasedAt: z.date(),
  outcome: z.enum(['OPEN', 'PENDING_REVIEW', 'PASSED', 'FAILED']),
  /** When the answer was submitted that passed, or that waits for its review. Null otherwise, and in weeks from before this was kept. */
  answeredAt: z.date().nullable().default(null),
});

/** What the questionnaire said. */
const placementSchema = z.object({
  /** Of the questionnaire that was answered. */
  version: z.string(),
  levelId: z.string(),
  placedAt: z.date(),
});

export const learnerSchema = z.object({
  /** `shopify-<customer number>`; the Firebase Auth uid. */
  id: z.string().regex(/^shopify-\d+$/),
  customer: customerSchema,
  mail: mailSchema,
  /** Null until placed. */
  levelId: z.string().nullable(),
  /** Passes of the present level. */
  passes: z.int().min(0),
  /** Null until the questionnaire is answered. */
  placement: placementSchema.nullable().default(null),
  /** From then on the questionnaire is not answered again. */
  firstSubmittedAt: z.date().nullable().default(null),
  weeks: z.record(weekSchema, learnerWeekSchema),
});

export type Learner = z.infer<typeof learnerSchema>;
export type Customer = Learner['customer'];
export type Consent = z.infer<typeof consentSchema>;
export type LearnerWeek = z.infer<typeof learnerWeekSchema>;
