// The switches of POST /faults, parsed.
import { z } from 'zod';

const aim = {
  /** How many of the next SendRawEmail calls it hits; absent: all until cleared. */
  times: z.int().min(1).optional(),
  /** Hits only calls with this recipient; absent: every call. */
  to: z.string().min(3).optional(),
};

const fault = z.strictObject(aim).optional();
const delay = z.strictObject({ ...aim, milliseconds: z.int().min(1).max(600_000) }).optional();

/** Every fault by name; an unknown name is an error. Nothing switched is `{}`. */
export const faultsSchema = z.strictObject({
  /** "Maximum sending rate exceeded." */
  throttle: fault,
  /** "Daily message quota exceeded." */
  dailyQuota: fault,
  /** MessageRejected, for this recipient's sake. */
  reject: fault,
  /** AccountSendingPausedException; GetAccountSendingEnabled answers false meanwhile. */
  pause: fault,
  /** MessageRejected "Email address is not verified.": the account is still in the sandbox. */
  sandbox: fault,
  /** InternalFailure 500; the mail is not kept. */
  error500: fault,
  /** The mail is kept, then the connection is cut without an answer. */
  acceptThenDrop: fault,
  /** The mail is kept, then the answer is 200 with an empty body. */
  empty200: fault,
  /** The answer, whatever it is, leaves so much later; a mail that is accepted is kept at once. */
  delay,
  /** The mail is accepted, and bounces for good. */
  bounce: fault,
  /** The mail is delivered, and its reader complains. */
  complaint: fault,
  /** None of the mail's events is published. */
  loseEvent: fault,
  /** The mail's events are published so much later. */
  delayEvents: delay,
  /** Each of the mail's events is posted twice. */
  doubleEvent: fault,
});

export type Faults = z.infer<typeof faultsSchema>;
export type FaultName = keyof Faults;
