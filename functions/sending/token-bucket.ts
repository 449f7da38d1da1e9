// Paces mails: at most so many a second, slower for a while after a refusal.
import type { Clock } from '../clock.ts';

export type TokenBucket = {
  /** Resolves when the next mail may leave. One caller after the other. */
  take(): Promise<void>;
  /** Sets the rate, in mails a second; no span of a second holds more than `secondMax` mails, by default the rate rounded up. */
  setRate(ratePerSecond: number, secondMax?: number): void;
  /** Halves the rate, once for refusals that come together; it comes back by doubling each `recoverySeconds`. */
  slowDown(): void;
};

/** After a refusal for rate SES asks for patience; half the rate for five seconds clears its own bucket (ses.md §1.2). */
const recoverySeconds = 5;
/** Slower than an eighth of the rate, a group would outlive what was read of its learners. */
const slownessMax = 8;
/**
 * A mail that leaves late by less than this delays none after it: timers wake a millisecond late, and a process pauses to
 * collect garbage. Who comes later than this begins afresh.
 */
const catchUpMilliseconds = 250;

/**
 * One mail after the other, evenly spaced: SES counts recipients a second, and a burst is what it refuses. Also when it
 * catches up, no span of a second holds more than the rate allows.
 */
export function tokenBucket(clock: Clock, ratePerSecond: number): TokenBucket {
  let rate = ratePerSecond;
  let inASecond = Math.ceil(ratePerSecond);
  let slowness = 1;
  let slowUntil = 0;
  let ignoreUntil = 0;
  let nextAt = 0;
  /** When mails left, the oldest first: as many as fit a second. */
  const left: number[] = [];

  function spacingMilliseconds(now: number): number {
    while (slowness > 1 && now >= slowUntil) {
      slowness /= 2;
      slowUntil += recoverySeconds * 1_000;
    }
    return (1_000 * slowness) / rate;
  }

  function fullUntil(): number {
    if (left.length > inASecond) left.splice(0, left.length - inASecond);
    return left.length < inASecond ? 0 : (left[0] ?? 0) + 1_000;
  }

  /** What is remembered goes back with a clock that was set back: else nothing would leave until it is that late again. */
  function followClock(now: number): void {
    const backMilliseconds = (left.at(-1) ?? now) - now;
    // A timer that wakes early looks the same, but for milliseconds.
    if (backMilliseconds <= catchUpMilliseconds) return;
    nextAt -= backMilliseconds;
    slowUntil -= backMilliseconds;
    ignoreUntil -= backMilliseconds;
    for (const [mail, at] of left.entries()) left[mail] = at - backMilliseconds;
  }

  async function take(): Promise<void> {
    const now = clock.now().getTime();
    followClock(now);
    if (now - nextAt > catchUpMilliseconds) nextAt = now;
    const leavesAt = Math.max(now, nextAt, fullUntil());
    nextAt += spacingMilliseconds(now);
    if (leavesAt > now) await clock.sleep(leavesAt - now);
    left.push(Math.max(leavesAt, clock.now().getTime()));
  }

  let last = Promise.resolve();
  return {
    take() {
      last = last.then(take);
      return last;
    },
    setRate(newRate, secondMax = Math.ceil(newRate)) {
      rate = newRate;
      inASecond = secondMax;
    },
    slowDown() {
      const now = clock.now().getTime();
      // Mails that are under way together are refused together: that is one sign, not ten.
      if (now < ignoreUntil) return;
      slowness = Math.min(slowness * 2, slownessMax);
      slowUntil = now + recoverySeconds * 1_000;
      ignoreUntil = now + 1_000;
    },
  };
}
