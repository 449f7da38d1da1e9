// A delivery: what Amazon SES told about one learner's mail of one week. The shape of the document.
import { z } from 'zod';
import { weekSchema } from '../week.ts';

/** Of one mail of SES; `mailAt` is when SES took it, `at` when this happened. */
const noticeSchema = z.object({
  sesId: z.string(),
  mailAt: z.date(),
  at: z.date(),
  subType: z.string().nullable(),
});

const bounceSchema = noticeSchema.extend({ kind: z.enum(['PERMANENT', 'TRANSIENT', 'UNDETERMINED']) });

const notices = z.record(z.string(), noticeSchema).default({});

/**
 * Its id is the assignment's, `<week>_<learnerId>`. Each kind of event writes its own field and no other's, each event its
 * own entry, and everything beside the entries is the same whichever event writes it: so the order of events is all one.
 * A mail that was sent twice has entries of both.
 */
export const deliverySchema = z.object({
  week: weekSchema,
  learnerId: z.string(),
  expiresAt: z.date(),
  sends: notices,
  deliveries: notices,
  bounces: z.record(z.string(), bounceSchema).default({}),
  complaints: notices,
  rejects: notices,
  renderingFailures: notices,
  delays: notices,
  /** The week again, where a permanent bounce came: what the bounce guard counts, over an index that holds nobody else. */
  hardBouncedWeek: weekSchema.nullable().default(null),
  /** The same of a complaint, for the complaint guard. */
  complainedWeek: weekSchema.nullable().default(null),
});

export type Delivery = z.infer<typeof deliverySchema>;
export type Notice = z.infer<typeof noticeSchema>;

/** Deliveries are kept this long after their week's Monday, as long as the batches (architecture §4). */
export const deliveryLifeDays = 400;
