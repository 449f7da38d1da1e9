// Rule: why an envelope is refused, as far as it can be told without its certificate.
import type { Config } from '../config.ts';
import { isCertificateUrl } from './is-certificate-url.ts';
import type { SnsEnvelope } from './sns-envelope.ts';
import { snsOrigin } from './sns-origin.ts';

/** Null where the certificate may be read and asked. `topic` comes first: no other fault is worth telling a stranger. */
export function findSnsFault(envelope: SnsEnvelope, config: SnsConfig, now: Date): SnsFault | null {
  if (!config.sesEventTopics.includes(envelope.TopicArn)) return 'topic';
  const ageMilliseconds = now.getTime() - new Date(envelope.Timestamp).getTime();
  if (ageMilliseconds > ageMillisecondsMax || ageMilliseconds < -skewMillisecondsMax) return 'timestamp';
  if (envelope.SignatureVersion === '1' && !config.snsSignatureVersion1) return 'signature-version';
  if (!isCertificateUrl(envelope.SigningCertURL, snsOrigin(envelope.TopicArn, config))) return 'certificate-url';
  return null;
}

export type SnsConfig = Pick<Config, 'sesEventTopics' | 'snsSignatureVersion1' | 'snsEndpoint'>;
export type SnsFault = 'topic' | 'timestamp' | 'signature-version' | 'certificate-url' | 'signature';

/** SNS tries for an hour at most (SNS guide, "Message delivery retries"); the rest is for clocks that differ. */
const ageMillisecondsMax = 75 * 60 * 1000;
const skewMillisecondsMax = 15 * 60 * 1000;
