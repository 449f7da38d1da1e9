// One post of SNS, from its bytes to what was done.
import type { Clock } from '../clock.ts';
import { confirmSubscription } from './confirm-subscription.ts';
import { findSnsFault, type SnsConfig, type SnsFault } from './find-sns-fault.ts';
import { isSignedBy } from './is-signed-by.ts';
import { readSesEvent } from './read-ses-event.ts';
import type { SesEvent } from './ses-event.ts';
import type { SigningCertificates } from './signing-certificates.ts';
import { type SnsEnvelope, snsEnvelope } from './sns-envelope.ts';
import type { SnsGet } from './sns-get.ts';
import { snsOrigin } from './sns-origin.ts';

/**
 * What was done, and the HTTP status that says so to SNS. SNS takes any status below 500 for a message that arrived, so
 * those stand for what no later try can mend. Throws what one can: SNS or Firestore does not answer, a parameter is wrong.
 * A message may come twice, or be posted again by somebody who read it: recording an event twice ends as once.
 */
export async function handleSnsPost(door: SnsDoor, post: SnsPost): Promise<SnsOutcome> {
  if (post.method !== 'POST') return { status: 405, did: 'refused', why: 'method' };
  if (post.body !== undefined && post.body.length > bodyBytesMax) return { status: 413, did: 'refused', why: 'length' };
  const envelope = post.body === undefined ? null : snsEnvelope(post.body);
  if (envelope === null) return { status: 400, did: 'refused', why: 'envelope' };
  // Nothing was asked of anybody before this, and nothing is for a message that it refuses.
  const fault = findSnsFault(envelope, door.config, door.clock.now());
  if (fault !== null) return { status: 403, did: 'refused', why: fault };
  const key = await door.certificates(envelope.SigningCertURL);
  if (key === null || !isSignedBy(envelope, key)) return { status: 403, did: 'refused', why: 'signature' };
  return { status: 200, messageId: envelope.MessageId, ...(await handleSigned(door, envelope)) };
}

/** What the door needs of the instance. */
export type SnsDoor = {
  config: SnsConfig;
  clock: Clock;
  get: SnsGet;
  certificates: SigningCertificates;
  /** Throws where it may have recorded nothing. */
  record(event: SesEvent): Promise<{ did: string }>;
};

/** The body is undefined where the request has none. */
export type SnsPost = { method: string; body: Uint8Array | undefined };

/** Holds nothing of a person: it is made to be logged. */
export type SnsOutcome =
  | { status: 403 | 405 | 413 | 400; did: 'refused'; why: SnsFault | 'method' | 'length' | 'envelope' }
  | ({ status: 200; messageId: string } & Handled);

/** `event` is the kind of the event. */
type Handled =
  | { did: 'recorded' | 'foreign'; event: SesEvent['kind'] }
  | { did: 'ignored' | 'foreign' }
  | { did: 'unreadable'; fields: string[] }
  | { did: 'confirmed' | 'unconfirmed' | 'unsubscribed'; topic: string };

/** A message has at most 256 KiB (SNS quotas); what is around it is below 16. SES's events have some 5 KiB. */
const bodyBytesMax = (256 + 16) * 1024;

async function handleSigned(door: SnsDoor, envelope: SnsEnvelope): Promise<Handled> {
  const topic = envelope.TopicArn;
  if (envelope.Type === 'UnsubscribeConfirmation') return { did: 'unsubscribed', topic };
  if (envelope.Type === 'SubscriptionConfirmation') {
    const origin = snsOrigin(topic, door.config);
    const asked = { subscribeUrl: envelope.SubscribeURL, origin, topicArn: topic };
    const answer = await confirmSubscription(door.get, asked);
    return { did: answer === 'confirmed' ? 'confirmed' : 'unconfirmed', topic };
  }
  const read = readSesEvent(envelope.Message);
  if (read.kind === 'unreadable') return { did: 'unreadable', fields: read.fields };
  if (read.kind !== 'event') return { did: read.kind };
  const { did } = await door.record(read.event);
  return { did: did === 'recorded' ? 'recorded' : 'foreign', event: read.event.kind };
}
