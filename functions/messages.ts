// Each Pub/Sub message: its topic and its schema, one definition for publisher and subscriber alike.
import { z } from 'zod';
import { weekSchema } from './week.ts';

/** A kind of message: where it is published and what it holds. */
export type Message<Data> = { topic: string; schema: z.ZodType<Data> };

const message = <Data>(topic: string, schema: z.ZodType<Data>): Message<Data> => ({ topic, schema });

/** Every message of the system. */
export const messages = {
  /** Reads one page of Shopify's customers; a page after the last one closes the walk. */
  syncCustomers: message('sync-customers', z.object({ week: weekSchema, walk: z.int().min(1), page: z.int().min(1) })),
  /** Freezes further batches of a run, until all learners are decided. */
  planRun: message('plan-run', z.object({ week: weekSchema })),
  /** Mails what is pending of a run. `fromBatch` is a hint: no batch before it has anything pending. */
  sendMails: message('send-mails', z.object({ week: weekSchema, fromBatch: z.int().min(1) })),
  /** Mails a sign-in link, where the address is a learner's. The only message that holds an address. */
  sendSignInLink: message('send-sign-in-link', z.object({ email: z.string().max(320) })),
};

/** Publishes messages. Throws a retryable error where the message was not taken. */
export type Queue = { publish<Data>(message: Message<Data>, data: Data): Promise<void> };
