// The sums of one batch, kept on its document: the books of a run are read without its mails.
import { z } from 'zod';
import type { Batch } from './batch.ts';
import { countsSchema, noCounts } from './counts.ts';
import { reasonCodeSchema } from './reason.ts';

/** A mail without an outcome is pending, also while it is in flight. */
export function tally({ mails, outcomes }: Pick<Batch, 'mails' | 'outcomes'>): Tally {
  const sums: Tally = { ...noCounts, reasons: {}, firstAcceptedAt: null, lastAcceptedAt: null };
  for (const { learnerId } of mails) {
    const outcome = outcomes[learnerId];
    sums.planned += 1;
    sums[outcome?.state ?? 'pending'] += 1;
    if (outcome === undefined) continue;
    if (outcome.state === 'accepted') {
      const { at } = outcome;
      sums.firstAcceptedAt = sums.firstAcceptedAt === null || at < sums.firstAcceptedAt ? at : sums.firstAcceptedAt;
      sums.lastAcceptedAt = sums.lastAcceptedAt === null || at > sums.lastAcceptedAt ? at : sums.lastAcceptedAt;
      continue;
    }
    const code = outcome.state === 'unknown' ? 'OUTCOME_UNKNOWN' : outcome.code;
    sums.reasons[code] = (sums.reasons[code] ?? 0) + 1;
  }
  return sums;
}

export const tallySchema = countsSchema.extend({
  /** Excluded, failed and unknown mails by reason. */
  reasons: z.partialRecord(reasonCodeSchema, z.int().min(0)),
  /** When SES accepted the first and the last of them; null before. */
  firstAcceptedAt: z.date().nullable(),
  lastAcceptedAt: z.date().nullable(),
});

export type Tally = z.infer<typeof tallySchema>;
