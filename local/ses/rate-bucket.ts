// A token bucket: how many recipients may be sent to right now.

export type RateBucket = {
  /** False, and nothing taken, when there is not enough. */
  take(recipients: number, nowMilliseconds: number): boolean;
  setRate(perSecond: number, nowMilliseconds: number): void;
};

/**
 * Holds one second's worth, so that a short burst passes and a sustained excess does not (notes, SES §2).
 * A call larger than the bucket passes when the bucket is full, and is paid back afterwards: 50 recipients at 14 a
 * second block the account for 3.6 s (notes, SES §1.1).
 */
export function createRateBucket(perSecond: number, nowMilliseconds: number): RateBucket {
  let rate = perSecond;
  let tokens = capacity(rate);
  let filledAt = nowMilliseconds;
  const refill = (now: number) => {
    tokens = Math.min(capacity(rate), tokens + (Math.max(0, now - filledAt) / 1000) * rate);
    filledAt = now;
  };
  return {
    take(recipients, now) {
      refill(now);
      // Fractions of a token carry rounding errors; without the margin a sender at exactly the rate is refused.
      if (tokens + 1e-6 < Math.min(recipients, capacity(rate))) return false;
      tokens -= recipients;
      return true;
    },
    setRate(changed, now) {
      refill(now);
      tokens += capacity(changed) - capacity(rate);
      rate = changed;
    },
  };
}

function capacity(perSecond: number): number {
  return Math.max(1, perSecond);
}
