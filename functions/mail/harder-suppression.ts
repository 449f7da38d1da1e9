// Rule: which of two suppressions of one address stands.
import type { Suppression } from './suppression.ts';

/**
 * A complaint beats a bounce, and a bounce the owner's own wish; of two alike the earlier stands. So it does not matter in
 * which order they come, nor how often.
 */
export function harderSuppression(a: Suppression | null, b: Suppression): Suppression {
  if (a === null) return b;
  if (a.reason !== b.reason) return ranks[a.reason] > ranks[b.reason] ? a : b;
  return b.since < a.since ? b : a;
}

const ranks = { UNSUBSCRIBED: 0, BOUNCE: 1, COMPLAINT: 2 } as const satisfies Record<Suppression['reason'], number>;
