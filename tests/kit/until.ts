// Waits for something that happens elsewhere.
import { setTimeout as after } from 'node:timers/promises';

const pollMilliseconds = 100;

/** Resolves with the first value that holds. Throws after 30 s. */
export async function until<Value>(read: () => Promise<Value>, holds: (value: Value) => boolean): Promise<Value> {
  const giveUpAt = performance.now() + 30_000;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (performance.now() > giveUpAt) throw new Error('It did not happen within 30 s.');
    await after(pollMilliseconds);
  }
}
