// Paces mails: at most so many a second, slower for a while after a refusal.
import type { Clock } from '../clock.ts';

export type TokenBucket = {
  /** Resolves when the next mail may leave. */
  take(): Promise<void>;
  /** Sets the rate: mails a second. */
  setRate(ratePerSecond: number): void;
  /** Halves the rate, once for refusals that come together; it comes back by doubling each `recoverySeconds`. */
  slowDown(): void;
};

/** After a refusal for rate SES asks for patience; half the rate for five seconds clears its own bucket (ses.md §1.2). */
const recoverySeconds = 5;
/** Slower than an eighth of the rate, a group would outlive what was read of its learners. */
const slownessMax = 8;

/** One mail at a time, evenly spaced: SES counts recipients a second, and a burst is what it refuses. */
export function tokenBucket(clock: Clock, ratePerSecond: number): TokenBucket {
  let rate = ratePerSecond;
  let slowness = 1;
  let slowUntil = 0;
  let ignoreUntil = 0;
  let nextAt = 0;

  function spacingMilliseconds(now: number): number {
    while (slowness > 1 && now >= slowUntil) {
      slowness /= 2;
      slowUntil += recoverySeconds * 1_000;
    }
    return (1_000 * slowness) / rate;
  }

  return {
    async take() {
      const now = clock.now().getTime();
      const leavesAt = Math.max(now, nextAt);
      nextAt = leavesAt + spacingMilliseconds(now);
      if (leavesAt > now) await clock.sleep(leavesAt - now);
    },
    setRate(newRate) {
      rate = newRate;
    },
    slowDown() {
      const now = clock.now().getTime();
      // Mails of one group are refused together: that is one sign, not ten.
      if (now < ignoreUntil) return;
      slowness = Math.min(slowness * 2, slownessMax);
      slowUntil = now + recoverySeconds * 1_000;
      ignoreUntil = now + 1_000;
    },
  };
}
