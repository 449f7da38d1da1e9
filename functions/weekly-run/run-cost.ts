// What a weekly run used, as the clients of its steps counted it.
import { z } from 'zod';

export const runCostSchema = z.object({
  /** Documents read, as Firestore bills them. */
  reads: z.number(),
  writes: z.number(),
  deletes: z.number(),
  /** Deliveries of a message to one of the run's functions, those that found nothing to do included. */
  invocations: z.number(),
  /** Published to Pub/Sub. */
  messages: z.number(),
  /** Handed to Amazon SES, whatever became of them. */
  mails: z.number(),
  /** From the begin of a delivery to its end. */
  computeSeconds: z.number(),
});

export type RunCost = z.infer<typeof runCostSchema>;

export const noCost: RunCost = {
  reads: 0,
  writes: 0,
  deletes: 0,
  invocations: 0,
  messages: 0,
  mails: 0,
  computeSeconds: 0,
};
