// The sums of one batch, kept on its document: the books of a run are read without its mails.
import { z } from 'zod';
import type { Batch } from './batch.ts';
import { reasonCodeSchema } from './reason.ts';

const count = z.int().min(0);

export const tallySchema = z.object({
  planned: count,
  accepted: count,
  excluded: count,
  failed: count,
  unknown: count,
  /** Neither tried to its end nor settled; also what is in flight. */
  pending: count,
  /** Excluded, failed and unknown mails by reason. */
  reasons: z.partialRecord(reasonCodeSchema, count),
  /** When SES accepted the first and the last of them; null before. */
  firstAcceptedAt: z.date().nullable(),
  lastAcceptedAt: z.date().nullable(),
});

export type Tally = z.infer<typeof tallySchema>;

/** A mail without an outcome is pending, also while it is in flight. */
export function tally({ mails, outcomes }: Pick<Batch, 'mails' | 'outcomes'>): Tally {
  const sums: Tally = { ...emptyTally, reasons: {} };
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

const emptyTally: Tally = {
  planned: 0,
  accepted: 0,
  excluded: 0,
  failed: 0,
  unknown: 0,
  pending: 0,
  reasons: {},
  firstAcceptedAt: null,
  lastAcceptedAt: null,
};
