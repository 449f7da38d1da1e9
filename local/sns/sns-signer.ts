// Signs envelopes as SNS does, with a key of its own that lives as long as the stand-in.
import { createHash, generateKeyPair, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { selfSignedCertificate } from './self-signed-certificate.ts';

/** What an envelope says, without its signature. */
export type SnsFields = {
  Type: 'Notification' | 'SubscriptionConfirmation' | 'UnsubscribeConfirmation';
  MessageId: string;
  TopicArn: string;
  Message: string;
  /** ISO 8601. */
  Timestamp: string;
  Subject?: string;
  Token?: string;
  SubscribeURL?: string;
};

export type SnsSigner = {
  /** PEM. */
  certificate: string;
  /** Where SNS would serve it; another key has another one. */
  certificatePath: string;
  /** The body of the post; `origin` is where the certificate is served. Version 1 signs with SHA-1. */
  sign(fields: SnsFields, origin: string, version?: '1' | '2'): string;
};

/** Takes the 0.1 s or so that an RSA key takes. */
export async function snsSigner(valid: { validFrom: Date; validTo: Date }): Promise<SnsSigner> {
  const keys = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const certificate = selfSignedCertificate({ ...keys, ...valid });
  const name = createHash('md5').update(certificate).digest('hex');
  const certificatePath = `/SimpleNotificationService-${name}.pem`;
  return {
    certificate,
    certificatePath,
    sign(fields, origin, version = '2') {
      const entries = Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1));
      const text = entries.map(([key, value]) => `${key}\n${value}\n`).join('');
      const signature = sign(version === '2' ? 'sha256' : 'sha1', Buffer.from(text), keys.privateKey);
      return JSON.stringify({
        ...fields,
        SignatureVersion: version,
        Signature: signature.toString('base64'),
        SigningCertURL: origin + certificatePath,
      });
    },
  };
}
