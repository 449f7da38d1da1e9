// The shape of the sums that a batch keeps on its document.
import { z } from 'zod';
import { countsSchema } from './counts.ts';
import { reasonCodeSchema } from './reason.ts';

export const tallySchema = countsSchema.extend({
  /** Excluded, failed and unknown mails by reason. */
  reasons: z.partialRecord(reasonCodeSchema, z.int().min(0)),
  /** When SES accepted the first and the last of them; null before. */
  firstAcceptedAt: z.date().nullable(),
  lastAcceptedAt: z.date().nullable(),
});

export type Tally = z.infer<typeof tallySchema>;
