import { X509Certificate } from 'node:crypto';
import type { SESClient } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { handleSnsPost } from '../../../functions/ses-events/handle-sns-post.ts';
import type { SesEvent } from '../../../functions/ses-events/ses-event.ts';
import { signingCertificates } from '../../../functions/ses-events/signing-certificates.ts';
import { snsGet } from '../../../functions/ses-events/sns-get.ts';
import type { Faults } from '../../../local/ses/faults-schema.ts';
import { type Ses, startSes } from '../../../local/ses/start-ses.ts';
import { fakeClock } from '../../kit/fake-clock.ts';
import { type ScriptedAnswer, type ScriptedServer, scriptedServer } from '../../kit/scripted-server.ts';
import { testConfig } from '../../kit/test-config.ts';
import { until } from '../../kit/until.ts';
import { send, sesClient } from './ses-kit.ts';

const topicArn = 'arn:aws:sns:us-east-1:000000000000:ses-events';
const clock = fakeClock('2026-11-23T09:00:00Z');

let subscriber: ScriptedServer;
let ses: Ses;
let client: SESClient;

async function start(...script: ScriptedAnswer[]): Promise<void> {
  subscriber = await scriptedServer(...script);
  ses = await startSes({ port: 0, maxSendRate: 1_000, clock, events: { topicArn, subscriberUrl: subscriber.url } });
  client = sesClient(ses.url);
}
beforeEach(() => start({}));
afterEach(async () => {
  client.destroy();
  await Promise.all([ses.close(), subscriber.close()]);
});

const counts = async () => {
  const response = await fetch(`${ses.url}/health`);
  return ((await response.json()) as { events: { posted: number; waiting: number; givenUp: number } }).events;
};
const settled = () => until(counts, ({ waiting }) => waiting === 0);

/** What the real door makes of all that was posted. */
async function events(): Promise<SesEvent[]> {
  await settled();
  const recorded: SesEvent[] = [];
  const get = snsGet(clock);
  const config = testConfig({ sesEventTopics: [topicArn], snsEndpoint: ses.url });
  const record = async (event: SesEvent) => {
    recorded.push(event);
    return { did: 'recorded' };
  };
  const door = { config, clock, get, certificates: signingCertificates(clock, get), record };
  for (const { body } of subscriber.requests) {
    const outcome = await handleSnsPost(door, { method: 'POST', body: Buffer.from(body) });
    expect(outcome).toMatchObject({ status: 200, did: 'recorded' });
  }
  return recorded;
}
const kinds = async () => (await events()).map(({ kind }) => kind);
const sendTo = (to: string) =>
  send(client, { Destinations: [to], Tags: [{ Name: 'assignment', Value: '2026-W48_shopify-1001' }] });

test('a mail that is kept tells Send and Delivery, signed, with its id, its tag and its recipient', async () => {
  const { MessageId } = await sendTo('zoe@example.com');
  const about = { sesId: MessageId, assignmentId: '2026-W48_shopify-1001', recipients: ['zoe@example.com'] };
  expect(await events()).toMatchObject([
    { kind: 'send', ...about },
    { kind: 'delivery', ...about },
  ]);
  expect(subscriber.requests[0]?.headers).toMatchObject({
    'content-type': 'text/plain; charset=UTF-8',
    'x-amz-sns-message-type': 'Notification',
    'x-amz-sns-topic-arn': topicArn,
  });
});

test('the certificate it serves is a real one, good for a year before and after', async () => {
  await sendTo('zoe@example.com');
  await settled();
  const url: string = JSON.parse(subscriber.requests[0]?.body ?? '').SigningCertURL;
  const response = await fetch(url);
  const certificate = new X509Certificate(await response.text());
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect([certificate.validFromDate, certificate.validToDate]).toEqual([
    new Date('2025-11-23T09:00:00Z'),
    new Date('2027-11-23T09:00:00Z'),
  ]);
});

test('a mail that is refused tells nothing', async () => {
  await expect(sendTo('refused@example.com')).rejects.toThrow();
  expect(await events()).toEqual([]);
});

test('a mail whose answer was lost tells that it was sent all the same', async () => {
  ses.setFaults({ acceptThenDrop: {} });
  await expect(sendTo('zoe@example.com')).rejects.toThrow();
  expect(await kinds()).toEqual(['send', 'delivery']);
});

describe('the names of SES’s mailbox simulator', () => {
  test.each([
    ['success', ['send', 'delivery'], {}],
    ['bounce', ['send', 'bounce'], { bounce: { kind: 'PERMANENT', subType: 'General' } }],
    ['bounce+1001', ['send', 'bounce'], {}],
    ['suppressionlist', ['send', 'bounce'], { bounce: { kind: 'PERMANENT', subType: 'Suppressed' } }],
    ['ooto', ['send', 'delivery', 'bounce'], { bounce: { kind: 'TRANSIENT', subType: 'General' } }],
    ['complaint', ['send', 'delivery', 'complaint'], { feedbackId: expect.any(String) }],
  ])('%s', async (name, expected, last) => {
    await sendTo(`${name}@simulator.amazonses.com`);
    const told = await events();
    expect(told.map(({ kind }) => kind)).toEqual(expected);
    expect(told.at(-1)).toMatchObject(last);
  });
});

describe('the switches', () => {
  test.each<[Faults, string[]]>([
    [{ bounce: {} }, ['send', 'bounce']],
    [{ complaint: {} }, ['send', 'delivery', 'complaint']],
    [{ loseEvent: {} }, []],
    [{ doubleEvent: {} }, ['send', 'send', 'delivery', 'delivery']],
    [{ delayEvents: { milliseconds: 60_000 } }, ['send', 'delivery']],
    [{ bounce: { to: 'ada@example.com' } }, ['send', 'delivery']],
  ])('%j', async (faults, expected) => {
    ses.setFaults(faults);
    await sendTo('zoe@example.com');
    expect(await kinds()).toEqual(expected);
  });

  test('events that are delayed still say when SES took the mail', async () => {
    ses.setFaults({ delayEvents: { milliseconds: 60_000 } });
    const sentAt = clock.now().getTime();
    await sendTo('zoe@example.com');
    await settled();
    const { Timestamp, Message } = JSON.parse(subscriber.requests[0]?.body ?? '');
    expect(new Date(JSON.parse(Message).mail.timestamp).getTime()).toBe(sentAt);
    expect(new Date(Timestamp).getTime()).toBe(sentAt + 60_000);
  });

  test('an event that comes twice has the same id both times, as from SNS', async () => {
    ses.setFaults({ doubleEvent: { times: 1 } });
    await sendTo('zoe@example.com');
    await settled();
    const [first, second, third] = subscriber.requests.map(({ body }) => JSON.parse(body).MessageId);
    expect(first).toBe(second);
    expect(third).not.toBe(first);
  });
});

describe('a subscriber', () => {
  const restart = async (...script: ScriptedAnswer[]) => {
    client.destroy();
    await Promise.all([ses.close(), subscriber.close()]);
    await start(...script);
  };

  test('that fails is tried again, and gets every event in the end', async () => {
    await restart({ status: 500 }, { cut: true }, {});
    await sendTo('zoe@example.com');
    await settled();
    expect(await counts()).toEqual({ posted: 2, waiting: 0, givenUp: 0 });
    expect(subscriber.requests).toHaveLength(4);
  });

  test('that always fails is given up after four tries of each', async () => {
    await restart({ status: 503 });
    await sendTo('zoe@example.com');
    await settled();
    expect(await counts()).toEqual({ posted: 0, waiting: 0, givenUp: 2 });
    expect(subscriber.requests).toHaveLength(8);
  });

  test('that refuses is not tried again', async () => {
    await restart({ status: 403 });
    await sendTo('zoe@example.com');
    await settled();
    expect(subscriber.requests).toHaveLength(2);
  });

  test('that does not answer holds up no mail', async () => {
    await restart({ silent: true });
    await sendTo('zoe@example.com');
    await sendTo('ada@example.com');
    expect(await ses.readStore()).toHaveLength(2);
    expect((await counts()).waiting).toBe(4);
    expect(subscriber.requests.length).toBeLessThanOrEqual(1);
  });
});
