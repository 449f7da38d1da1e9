// Rule: whether SNS signed an envelope.
import { type KeyObject, verify } from 'node:crypto';
import type { SnsEnvelope } from './sns-envelope.ts';

/**
 * Whether the envelope bears a signature by the owner of this public key: RSA with SHA-256, in signature version 1 with
 * SHA-1 (SNS guide, "Verifying the signatures of Amazon SNS messages"). Every field that we use is signed.
 */
export function isSignedBy(envelope: SnsEnvelope, key: KeyObject): boolean {
  if (key.asymmetricKeyType !== 'rsa') return false;
  const algorithm = envelope.SignatureVersion === '2' ? 'RSA-SHA256' : 'RSA-SHA1';
  return verify(algorithm, Buffer.from(signedText(envelope)), key, Buffer.from(envelope.Signature, 'base64'));
}

/** Names and values, a line each, in the order of the names' bytes. */
function signedText(envelope: SnsEnvelope): string {
  const { Message, MessageId, Timestamp, TopicArn, Type } = envelope;
  const about =
    envelope.Type === 'Notification'
      ? { Message, MessageId, Subject: envelope.Subject, Timestamp, TopicArn, Type }
      : { Message, MessageId, SubscribeURL: envelope.SubscribeURL, Timestamp, Token: envelope.Token, TopicArn, Type };
  const signed = Object.entries(about).filter(([, value]) => value !== undefined);
  return signed.map(([name, value]) => `${name}\n${value}\n`).join('');
}
