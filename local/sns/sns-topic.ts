// The stand-in for one topic of SNS: signs what is published, and posts it to one subscriber.
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../functions/clock.ts';
import { type PostQueue, postQueue } from './post-queue.ts';
import { snsSigner } from './sns-signer.ts';

export type SnsTopicOptions = {
  topicArn: string;
  /** Where messages are posted to. */
  subscriberUrl: string;
  clock: Clock;
};

export type SnsTopic = {
  /** PEM, and its path: whoever uses the topic serves it. */
  certificate: string;
  certificatePath: string;
  /** Signs and posts it, without waiting; twice where it is `doubled`, as SNS may. `origin` serves the certificate. */
  publish(message: object, origin: string, doubled?: boolean): void;
  counts: PostQueue['counts'];
  close(): void;
};

const yearMilliseconds = 365 * 24 * 3600 * 1000;

/** The subscription is confirmed from the beginning. */
export async function snsTopic({ topicArn, subscriberUrl, clock }: SnsTopicOptions): Promise<SnsTopic> {
  const now = clock.now().getTime();
  const validFrom = new Date(now - yearMilliseconds);
  const { certificate, certificatePath, sign } = await snsSigner({
    validFrom,
    validTo: new Date(now + yearMilliseconds),
  });
  const queue = postQueue(subscriberUrl, clock);
  return {
    certificate,
    certificatePath,
    publish(message, origin, doubled = false) {
      const MessageId = randomUUID();
      const fields = {
        Type: 'Notification' as const,
        MessageId,
        TopicArn: topicArn,
        Subject: 'Amazon SES Email Event Notification',
        Message: JSON.stringify(message),
        Timestamp: clock.now().toISOString(),
      };
      const headers = {
        'content-type': 'text/plain; charset=UTF-8',
        'x-amz-sns-message-type': 'Notification',
        'x-amz-sns-message-id': MessageId,
        'x-amz-sns-topic-arn': topicArn,
      };
      const post = { body: sign(fields, origin), headers };
      queue.add(post);
      if (doubled) queue.add(post);
    },
    counts: queue.counts,
    close: queue.close,
  };
}
