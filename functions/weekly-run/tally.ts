// The sums of one batch, kept on its document: the books of a run are read without its mails.
import type { Batch } from './batch.ts';
import { noCounts } from './counts.ts';
import type { Tally } from './tally-schema.ts';

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
