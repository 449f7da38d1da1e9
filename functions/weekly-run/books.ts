// The books of a run: what became of every planned mail.
import type { Batch } from './batch.ts';
import type { ReasonCode } from './reason.ts';

/** planned = accepted + excluded + failed + unknown + pending, at every moment. */
export type Counts = {
  planned: number;
  accepted: number;
  excluded: number;
  failed: number;
  unknown: number;
  pending: number;
};

export type Books = {
  counts: Counts;
  /** Excluded, failed and unknown mails by reason. */
  reasons: { code: ReasonCode; count: number }[];
};

/** Sums what batches hold. A mail without an outcome is pending, also while it is in flight. */
export function books(batches: readonly Pick<Batch, 'mails' | 'outcomes'>[]): Books {
  const counts: Counts = { planned: 0, accepted: 0, excluded: 0, failed: 0, unknown: 0, pending: 0 };
  const reasons = new Map<ReasonCode, number>();
  for (const { mails, outcomes } of batches) {
    for (const { learnerId } of mails) {
      const outcome = outcomes[learnerId];
      counts.planned += 1;
      counts[outcome?.state ?? 'pending'] += 1;
      if (outcome === undefined || outcome.state === 'accepted') continue;
      const code = outcome.state === 'unknown' ? 'OUTCOME_UNKNOWN' : outcome.code;
      reasons.set(code, (reasons.get(code) ?? 0) + 1);
    }
  }
  return { counts, reasons: [...reasons].map(([code, count]) => ({ code, count })) };
}
