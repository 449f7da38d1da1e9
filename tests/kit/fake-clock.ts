// A clock that moves only when told; sleeping moves it at once.
import type { Clock } from '../../functions/clock.ts';

export type FakeClock = Clock & {
  advance(milliseconds: number): void;
  /** Sets the time, also backwards, to an ISO instant. */
  set(iso: string): void;
};

/** Starts at an ISO instant such as `2026-11-23T08:00:00Z`. */
export function fakeClock(start: string): FakeClock {
  let time = new Date(start).getTime();
  return {
    now: () => new Date(time),
    sleep: async (milliseconds) => {
      const wakesAt = time + milliseconds;
      // Whoever else begins to sleep at this instant sleeps beside, not after.
      await Promise.resolve();
      time = Math.max(time, wakesAt);
    },
    advance: (milliseconds) => {
      time += milliseconds;
    },
    set: (iso) => {
      time = new Date(iso).getTime();
    },
  };
}
