// A queue that keeps what was published until a test delivers it, as often and in whatever order it likes.
import type { Message, Queue } from '../../functions/messages.ts';

export type Published = { topic: string; data: Record<string, unknown> };

export type FakeQueue = Queue & {
  /** Published and not yet taken by the test. */
  waiting: Published[];
};

export function fakeQueue(): FakeQueue {
  const waiting: Published[] = [];
  return {
    waiting,
    async publish<Data>(message: Message<Data>, data: Data) {
      waiting.push({ topic: message.topic, data: message.schema.parse(data) as Record<string, unknown> });
    },
  };
}
