// A queue that counts what is published.
import type { Queue } from './messages.ts';
import { usage } from './usage.ts';

export function meteredQueue(queue: Queue): Queue {
  return {
    async publish(message, data) {
      const used = usage.current();
      if (used) used.messages += 1;
      await queue.publish(message, data);
    },
  };
}
