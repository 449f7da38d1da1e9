// Parses what SNS posts: the signed envelope around a message.
import { z } from 'zod';

const common = {
  MessageId: z.string().regex(/^[\w-]{1,100}$/),
  TopicArn: z.string().regex(/^arn:[\w:-]{1,400}$/),
  Timestamp: z.iso.datetime(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.base64().min(1).max(2_000),
  SigningCertURL: z.string().max(500),
  Message: z.string(),
};
const subscription = {
  ...common,
  Token: z.string().regex(/^[\w-]{1,2000}$/),
  SubscribeURL: z.string().regex(/^\S{1,4000}$/),
};

// What is signed is joined by line breaks. No value but the message may hold one, or two envelopes could share a signature.
const envelopeSchema = z.discriminatedUnion('Type', [
  z.object({ ...common, Type: z.literal('Notification'), Subject: z.string().regex(/^.*$/).max(1_000).optional() }),
  z.object({ ...subscription, Type: z.literal('SubscriptionConfirmation') }),
  z.object({ ...subscription, Type: z.literal('UnsubscribeConfirmation') }),
]);

/** Null where the body is no such envelope. Nothing in it is proved yet. */
export function snsEnvelope(body: Uint8Array): SnsEnvelope | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return envelopeSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // The error may quote the body, which may hold anything; that it is no JSON is all there is to know.
    return null;
  }
}

export type SnsEnvelope = z.infer<typeof envelopeSchema>;
