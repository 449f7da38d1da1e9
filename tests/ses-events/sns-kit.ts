// A door for SNS whose outside is scripted: one host with one certificate, and a list of every address that was asked.
import { vi } from 'vitest';
import type { Config } from '../../functions/config.ts';
import { handleSnsPost, type SnsDoor } from '../../functions/ses-events/handle-sns-post.ts';
import type { SesEvent } from '../../functions/ses-events/ses-event.ts';
import { signingCertificates } from '../../functions/ses-events/signing-certificates.ts';
import { snsGet } from '../../functions/ses-events/sns-get.ts';
import { type SnsFields, type SnsSigner, snsSigner } from '../../local/sns/sns-signer.ts';
import { type FakeClock, fakeClock } from '../kit/fake-clock.ts';
import { testConfig } from '../kit/test-config.ts';

export const origin = 'https://sns.eu-central-1.amazonaws.com';
export const topicArn = 'arn:aws:sns:eu-central-1:123456789012:ses-events';
export const now = '2026-11-23T09:00:00.000Z';

/** Of a certificate that is good for two days around `now`. */
export const aSigner = () =>
  snsSigner({ validFrom: new Date('2026-11-22T09:00:00Z'), validTo: new Date('2026-11-24T09:00:00Z') });

export type TestDoor = SnsDoor & {
  clock: FakeClock;
  recorded: SesEvent[];
  /** Every address that was asked, also in vain. */
  asked: string[];
  /** How SNS answers; where it gives null, nothing does. */
  outside(url: string): Response | null;
  post(body: string | Uint8Array): ReturnType<typeof handleSnsPost>;
};

/** Replaces `fetch`; give it back with `vi.unstubAllGlobals()`. */
export function aDoor(signer: SnsSigner, config: Partial<Config> = {}): TestDoor {
  const clock = fakeClock(now);
  const get = snsGet(clock, { random: () => 0.5 });
  const door: TestDoor = {
    config: testConfig({ sesEventTopics: [topicArn], ...config }),
    clock,
    get,
    certificates: signingCertificates(clock, get),
    recorded: [],
    asked: [],
    record: async (event) => {
      door.recorded.push(event);
      return { did: 'recorded' };
    },
    outside: (url) => {
      if (url === origin + signer.certificatePath) return new Response(signer.certificate);
      const isConfirmation = url.startsWith(`${origin}/?Action=ConfirmSubscription&`);
      return new Response('', { status: isConfirmation ? 200 : 404 });
    },
    post: (body) => handleSnsPost(door, { method: 'POST', body: Buffer.from(body) }),
  };
  vi.stubGlobal('fetch', async (url: string) => {
    door.asked.push(url);
    const answer = door.outside(url);
    if (answer === null) throw new TypeError('fetch failed');
    return answer;
  });
  return door;
}

/** An event of a mail to one learner, as event publishing tells it. */
export function sesMessage(changed: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    eventType: 'Send',
    mail: {
      timestamp: '2026-11-23T08:59:58.123Z',
      messageId: '0100019a-7a5433e7-8edb-42ae-af10-f0181f34d6ee-000000',
      source: 'challenge@mail.example.com',
      destination: ['zoe@example.com'],
      headers: [{ name: 'To', value: 'Zoë <zoe@example.com>' }],
      tags: { 'ses:configuration-set': ['weekly'], assignment: ['2026-W48_shopify-1001'] },
    },
    send: {},
    ...changed,
  };
}

export function notification(changed: Partial<SnsFields> = {}): SnsFields {
  return {
    Type: 'Notification',
    MessageId: '7a5433e7-8edb-42ae-af10-f0181f34d6ee',
    TopicArn: topicArn,
    Subject: 'Amazon SES Email Event Notification',
    Message: JSON.stringify(sesMessage()),
    Timestamp: now,
    ...changed,
  };
}

export function confirmation(changed: Partial<SnsFields> = {}): SnsFields {
  return {
    Type: 'SubscriptionConfirmation',
    MessageId: '7a5433e7-8edb-42ae-af10-f0181f34d6ee',
    TopicArn: topicArn,
    Message: 'You have chosen to subscribe to the topic.\nTo confirm it, visit the SubscribeURL.',
    Timestamp: now,
    Token: '2336412f37fb687f5d51e6e2425c464de12884ec',
    SubscribeURL: subscribeUrl(),
    ...changed,
  };
}

export function subscribeUrl(at = `${origin}/`, topic = topicArn): string {
  return `${at}?Action=ConfirmSubscription&TopicArn=${topic}&Token=2336412f37fb687f5d51e6e2425c464de12884ec`;
}
