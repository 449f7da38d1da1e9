// A batch: the frozen decisions of a range of learner ids, those in flight, and each outcome.
import { z } from 'zod';
import { reasonCodeSchema } from './reason.ts';
import { tallySchema } from './tally-schema.ts';

/** One planned mail. A questionnaire mail has no challenge. */
const plannedMailSchema = z.object({
  learnerId: z.string(),
  code: reasonCodeSchema,
  challengeId: z.string().nullable(),
});

const outcomeSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('accepted'), sesId: z.string(), at: z.date() }),
  z.object({ state: z.literal('excluded'), code: reasonCodeSchema, at: z.date() }),
  z.object({ state: z.literal('failed'), code: reasonCodeSchema, error: z.string(), at: z.date() }),
  z.object({ state: z.literal('unknown'), error: z.string(), at: z.date() }),
]);

export const batchSchema = z.object({
  /** From 1; the document's id is this number with six digits or more. */
  number: z.int().min(1),
  /** The last learner id that this batch has decided for; the next batch goes on after it. */
  throughId: z.string(),
  /** At most `batchSizeMax`, in id order. */
  mails: z.array(plannedMailSchema),
  /** Covers all mails of the plan up to and with this batch. */
  planHash: z.string(),
  frozenAt: z.date(),
  expiresAt: z.date(),
  /** Whose mails a sender is at this moment handing to SES. */
  inFlight: z.object({ senderId: z.string(), learnerIds: z.array(z.string()) }).nullable(),
  /** By learner id. A mail without an outcome is pending. */
  outcomes: z.record(z.string(), outcomeSchema),
  /** Learner ids whose unknown mail was put back once by rule: a second time is for an operator. */
  resentIds: z.array(z.string()).default([]),
  /** Weeks of content left to the learner who has the fewest, among all decided up to and with this batch; null: none had a challenge. */
  contentWeeksLeft: z.int().min(0).nullable().default(null),
  /** The sums as they were written with the outcomes. A release from before they were kept writes outcomes without them. */
  tally: tallySchema.optional(),
});

export type Batch = z.infer<typeof batchSchema>;
export type PlannedMail = z.infer<typeof plannedMailSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;

/** Mails in one batch (architecture §1). */
export const batchSizeMax = 100;

/** Batches are kept this long: a year and a month of what was sent to whom (architecture §4). */
export const batchLifeDays = 400;
