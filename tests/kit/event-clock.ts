// A clock whose time passes only while everybody sleeps: waits overlap as they really do, and take no real time.
import type { Clock } from '../../functions/clock.ts';

export type EventClock = Clock & {
  /** Lets time pass until `work` ends. Throws where it waits for nothing that will ever come. */
  run<Result>(work: Promise<Result>): Promise<Result>;
};

/**
 * Starts at an ISO instant. At each step the sleeper that wakes first does, at its time; between two steps, all that
 * needs no time is done. For code that waits for nothing but this clock.
 */
export function eventClock(start: string): EventClock {
  let time = new Date(start).getTime();
  const sleepers: { wakesAt: number; wake: () => void }[] = [];
  return {
    now: () => new Date(time),
    sleep: (milliseconds) =>
      new Promise((wake) => {
        const wakesAt = time + milliseconds;
        const after = sleepers.findIndex((sleeper) => sleeper.wakesAt > wakesAt);
        sleepers.splice(after === -1 ? sleepers.length : after, 0, { wakesAt, wake });
      }),
    async run(work) {
      let isOver = false;
      const ended = work.finally(() => {
        isOver = true;
      });
      ended.catch(() => undefined);
      for (let idle = 0; !isOver && idle < idleTurnsMax; ) {
        await nextTurn();
        const next = sleepers.shift();
        idle = next === undefined ? idle + 1 : 0;
        if (next === undefined) continue;
        time = Math.max(time, next.wakesAt);
        next.wake();
      }
      if (!isOver) throw new Error('Nobody sleeps, and the work does not end.');
      return ended;
    },
  };
}

/** Turns of the event loop in which nothing sleeps: what composes a mail takes some. */
const idleTurnsMax = 10_000;

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
