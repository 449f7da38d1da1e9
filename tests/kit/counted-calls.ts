// Counts what an instance asks of Firestore, and puts a network's delay before each call.
import { setTimeout as wait } from 'node:timers/promises';
import type { Effects } from './killable-firestore.ts';

export type CountedCalls = Effects & {
  /** The name of each call, in the order they began, such as `batchGetDocuments`. */
  calls: string[];
  /** Calls that waited for no other: those under way at the same time are one. */
  roundTrips: number;
  /** Forgets what was counted until now. */
  reset(): void;
};

/** `delayMilliseconds` is real time, so that calls of one moment overlap as they do over a network. */
export function countedCalls(delayMilliseconds: number): CountedCalls {
  let underWay = 0;
  const counted: CountedCalls = {
    calls: [],
    roundTrips: 0,
    reset() {
      counted.calls = [];
      counted.roundTrips = 0;
    },
    async before(name) {
      counted.calls.push(name);
      if (underWay === 0) counted.roundTrips += 1;
      underWay += 1;
      await wait(delayMilliseconds);
      return counted.calls.length;
    },
    async after() {
      underWay -= 1;
    },
  };
  return counted;
}
