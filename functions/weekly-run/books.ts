// The books of a run: what became of every planned mail.
import { z } from 'zod';
import { countsSchema, noCounts } from './counts.ts';
import { type ReasonCode, reasonCodeSchema } from './reason.ts';
import type { Tally } from './tally-schema.ts';

/** Sums what batches hold, given in their order. */
export function books(tallies: readonly Tally[]): Books {
  const counts = { ...noCounts };
  const reasons = new Map<ReasonCode, number>();
  for (const tally of tallies) {
    for (const name of countsSchema.keyof().options) counts[name] += tally[name];
    for (const { code, count } of reasonsOf(tally)) reasons.set(code, (reasons.get(code) ?? 0) + count);
  }
  return {
    counts,
    reasons: [...reasons].map(([code, count]) => ({ code, count })),
    ratePerSecond: rateOf(lately(tallies)),
  };
}

export const booksSchema = z.object({
  counts: countsSchema,
  /** Excluded, failed and unknown mails by reason. */
  reasons: z.array(z.object({ code: reasonCodeSchema, count: z.int().min(0) })),
  /** Mails that SES accepted a second, over the last minutes; null before the second acceptance, and right after a rest. */
  ratePerSecond: z.number().nullable(),
});

export type Books = z.infer<typeof booksSchema>;

/** What was accepted before a pause or a night's rest says nothing of the pace. */
const latelyMinutes = 5;

/** Batches whose acceptances lie all within the last minutes before the latest. */
function lately(tallies: readonly Tally[]): Tally[] {
  const latest = Math.max(...tallies.map(({ lastAcceptedAt }) => lastAcceptedAt?.getTime() ?? 0));
  return tallies.filter(({ firstAcceptedAt }) => latest - (firstAcceptedAt?.getTime() ?? 0) <= latelyMinutes * 60_000);
}

function reasonsOf({ reasons }: Tally): { code: ReasonCode; count: number }[] {
  return reasonCodeSchema.options.flatMap((code) => {
    const count = reasons[code];
    return count === undefined ? [] : [{ code, count }];
  });
}

function rateOf(tallies: readonly Tally[]): number | null {
  const accepted = tallies.reduce((sum, tally) => sum + tally.accepted, 0);
  const times = tallies.flatMap(({ firstAcceptedAt, lastAcceptedAt }) =>
    firstAcceptedAt && lastAcceptedAt ? [firstAcceptedAt.getTime(), lastAcceptedAt.getTime()] : [],
  );
  if (accepted < 2) return null;
  const milliseconds = Math.max(...times) - Math.min(...times);
  return milliseconds > 0 ? ((accepted - 1) * 1_000) / milliseconds : null;
}
