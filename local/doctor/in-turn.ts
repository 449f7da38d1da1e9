// Calls of an API that takes them only so often.
import type { Clock } from '../../functions/clock.ts';

/** Runs a call when those before it have ended, with either outcome; gives its own. */
export type InTurn = <Answer>(call: () => Promise<Answer>) => Promise<Answer>;

/** Each call begins no sooner than `apartMilliseconds` after the one before began. */
export function inTurn(clock: Clock, apartMilliseconds: number): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  let earliest = 0;
  return (call) => {
    const turn = last.then(async () => {
      const wait = earliest - clock.now().getTime();
      if (wait > 0) await clock.sleep(wait);
      earliest = clock.now().getTime() + apartMilliseconds;
      return call();
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}
