// A function that subscribes to one kind of message: parses it, calls its use case, and logs the tally.
import * as logger from 'firebase-functions/logger';
import { onMessagePublished, type PubSubOptions } from 'firebase-functions/pubsub';
import { describeError } from './describe-error.ts';
import type { Message } from './messages.ts';

/**
 * Throwing means "deliver again", returning means done. A message that does not parse never will: it is recorded once
 * and dropped. The message's data is not logged unless `logged` picks it.
 */
export function subscriber<Data>(
  message: Message<Data>,
  options: Omit<PubSubOptions, 'topic' | 'retry'>,
  handler: { handle(data: Data): Promise<object>; logged?(data: Data): object },
) {
  return onMessagePublished({ ...options, topic: message.topic, retry: true }, async (event) => {
    const about = { topic: message.topic, messageId: event.data.message.messageId };
    const parsed = message.schema.safeParse(dataOf(event.data.message));
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'message');
      logger.error('A message that does not parse was dropped.', { ...about, fields });
      return;
    }
    try {
      const tally = await handler.handle(parsed.data);
      logger.info('A message was handled.', { ...about, ...handler.logged?.(parsed.data), ...tally });
    } catch (error) {
      logger.error('A message failed and comes again.', { ...about, ...describeError(error) });
      throw error;
    }
  });
}

/** The message's JSON; undefined where it is none, which no schema accepts. */
function dataOf(message: { json: unknown }): unknown {
  try {
    return message.json;
  } catch {
    return undefined;
  }
}
