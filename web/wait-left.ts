// Rule: how long the next attempt has to wait.

/**
 * Both instants are the server's, and the reader's clock may be wrong. So the wait is never longer than the whole
 * cool-down was; where the clock runs ahead, the server refuses and says so.
 *
 * @param nextAttemptAt ISO 8601; null where an attempt may be made now
 * @param lastSubmittedAt ISO 8601, of the attempt before; null where it is not known
 * @returns milliseconds from `now`, 0 where there is nothing to wait for
 */
export function waitLeft(
  { nextAttemptAt, lastSubmittedAt }: { nextAttemptAt: string | null; lastSubmittedAt: string | null },
  now: number,
): number {
  if (nextAttemptAt === null) return 0;
  const next = Date.parse(nextAttemptAt);
  const coolDown = lastSubmittedAt === null ? Number.POSITIVE_INFINITY : next - Date.parse(lastSubmittedAt);
  return Math.max(0, Math.min(next - now, coolDown));
}
