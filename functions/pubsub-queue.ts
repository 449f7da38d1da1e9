// The queue over Cloud Pub/Sub.
import { PubSub } from '@google-cloud/pubsub';
import { AppError } from './errors.ts';
import type { Queue } from './messages.ts';

/** Publishing is retried by the client within this time; it is safe to repeat, since every message may come twice. */
const publishTimeoutMilliseconds = 20_000;

export function pubsubQueue(projectId?: string): Queue {
  const pubsub = new PubSub(projectId === undefined ? {} : { projectId });
  const topics = new Map<string, ReturnType<typeof pubsub.topic>>();
  return {
    async publish(message, data) {
      const topic =
        topics.get(message.topic) ??
        // One message at a time: whoever publishes waits for it, so there is nothing to gather.
        pubsub.topic(message.topic, {
          batching: { maxMessages: 1 },
          gaxOpts: { timeout: publishTimeoutMilliseconds },
        });
      topics.set(message.topic, topic);
      await topic.publishMessage({ json: message.schema.parse(data) }).catch((cause: unknown) => {
        throw new AppError('OVERLOADED', `A message could not be published to ${message.topic}.`, {
          cause,
          retryable: true,
        });
      });
    },
  };
}
