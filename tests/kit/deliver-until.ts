// Delivers messages until the next one that waits is of a topic.
import type { House } from './a-house.ts';

/** Throws where nothing waits any more and the topic never came. */
export async function deliverUntil(house: House, topic: string): Promise<void> {
  while (house.queue.waiting[0]?.topic !== topic) {
    const message = house.queue.waiting.shift();
    if (message === undefined) throw new Error(`${topic} never came.`);
    await house.deliver(message);
  }
}
