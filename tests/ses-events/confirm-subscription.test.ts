import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { SnsSigner } from '../../local/sns/sns-signer.ts';
import { aDoor, aSigner, confirmation, origin, subscribeUrl, type TestDoor, topicArn } from './sns-kit.ts';

let signer: SnsSigner;
let door: TestDoor;
beforeAll(async () => {
  signer = await aSigner();
});
beforeEach(() => {
  door = aDoor(signer);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const signed = (changed = {}) => signer.sign(confirmation(changed), origin);
const certificateUrl = () => origin + signer.certificatePath;

test('a subscription to our topic is confirmed at SNS', async () => {
  expect(await door.post(signed())).toMatchObject({ status: 200, did: 'confirmed', topic: topicArn });
  expect(door.asked).toEqual([certificateUrl(), subscribeUrl()]);
});

test('what SNS did not sign is not confirmed', async () => {
  const body = { ...JSON.parse(signed()), Token: 'another' };
  expect(await door.post(JSON.stringify(body))).toMatchObject({ status: 403, why: 'signature' });
  expect(door.asked).toEqual([certificateUrl()]);
});

test.each([
  ['another host', subscribeUrl('https://example.com/')],
  ['another region', subscribeUrl('https://sns.us-east-1.amazonaws.com/')],
  ['a legacy S3 host of a bucket that is called sns', subscribeUrl('https://sns.s3-us-west-2.amazonaws.com/')],
  ['a host that begins alike', subscribeUrl(`${origin}.example.com/`)],
  ['http', subscribeUrl('http://sns.eu-central-1.amazonaws.com/')],
  ['a user', subscribeUrl('https://sns.eu-central-1.amazonaws.com@example.com/')],
  ['a port', subscribeUrl(`${origin}:8443/`)],
  ['a path', subscribeUrl(`${origin}/x/`)],
  ['no query', subscribeUrl().replace('?', 'x')],
  ['a backslash', subscribeUrl(`${origin}\\`)],
  ['a fragment', `${subscribeUrl()}#x`],
  ['another topic', subscribeUrl(undefined, `${topicArn}-2`)],
  ['two topics', `${subscribeUrl()}&TopicArn=${topicArn}-2`],
  ['another action', subscribeUrl().replace('ConfirmSubscription', 'DeleteTopic')],
  ['two actions', `${subscribeUrl()}&Action=DeleteTopic`],
  ['no action', `${origin}/?TopicArn=${topicArn}`],
])('a signed confirmation at %s is not followed', async (_what, SubscribeURL) => {
  expect(await door.post(signed({ SubscribeURL }))).toMatchObject({ status: 200, did: 'unconfirmed' });
  expect(door.asked).toEqual([certificateUrl()]);
});

test('a confirmation of another topic is refused without asking anybody', async () => {
  const TopicArn = `${topicArn}-2`;
  const body = signed({ TopicArn, SubscribeURL: subscribeUrl(undefined, TopicArn) });
  expect(await door.post(body)).toMatchObject({ status: 403, why: 'topic' });
  expect(door.asked).toEqual([]);
});

test('a token that SNS takes no more is not asked for again', async () => {
  const working = door.outside;
  door.outside = (url) => (url === subscribeUrl() ? new Response('', { status: 400 }) : working(url));
  expect(await door.post(signed())).toMatchObject({ status: 200, did: 'unconfirmed' });
  expect(door.asked).toEqual([certificateUrl(), subscribeUrl()]);
});

test('where SNS does not answer, it is to come again', async () => {
  const working = door.outside;
  door.outside = (url) => (url === subscribeUrl() ? null : working(url));
  await expect(door.post(signed())).rejects.toMatchObject({ code: 'OVERLOADED', retryable: true });
});

test('the end of a subscription is told, and nobody is asked to bring it back', async () => {
  const body = signed({ Type: 'UnsubscribeConfirmation' });
  expect(await door.post(body)).toMatchObject({ status: 200, did: 'unsubscribed', topic: topicArn });
  expect(door.asked).toEqual([certificateUrl()]);
});
