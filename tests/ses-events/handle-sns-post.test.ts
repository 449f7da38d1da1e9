import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { handleSnsPost } from '../../functions/ses-events/handle-sns-post.ts';
import type { SnsSigner } from '../../local/sns/sns-signer.ts';
import { aDoor, aSigner, notification, origin, sesMessage, type TestDoor, topicArn } from './sns-kit.ts';

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

const signed = (changed = {}) => signer.sign(notification(changed), origin);
const altered = (changes: Record<string, unknown>) => JSON.stringify({ ...JSON.parse(signed()), ...changes });
const certificateName = `SimpleNotificationService-${'0a'.repeat(16)}.pem`;

describe('what SNS signed', () => {
  test('an event is recorded as it was told', async () => {
    expect(await door.post(signed())).toMatchObject({ status: 200, did: 'recorded', event: 'send' });
    expect(door.recorded).toMatchObject([{ kind: 'send', assignmentId: '2026-W48_shopify-1001' }]);
    expect(door.asked).toEqual([origin + signer.certificatePath]);
  });

  test('a message without a subject is signed without one', async () => {
    const { Subject: _subject, ...fields } = notification();
    expect(await door.post(signer.sign(fields, origin))).toMatchObject({ status: 200, did: 'recorded' });
  });

  test('letters beyond ASCII are signed as their UTF-8 bytes', async () => {
    const Message = JSON.stringify({ ...sesMessage(), note: 'Zoë 🪜' });
    expect(await door.post(signed({ Message }))).toMatchObject({ did: 'recorded' });
  });

  test('a message that comes twice is recorded twice, by the same event: recording is what makes it harmless', async () => {
    await door.post(signed());
    await door.post(signed());
    expect(door.recorded).toHaveLength(2);
    expect(door.recorded[0]).toEqual(door.recorded[1]);
  });

  test('a message posted again within 75 minutes is taken, as the last try of SNS is', async () => {
    door.clock.advance(75 * 60_000);
    expect(await door.post(signed())).toMatchObject({ status: 200 });
  });

  test('a topic in China has its certificate at the host of that partition', async () => {
    const chinese = 'arn:aws-cn:sns:cn-north-1:123456789012:ses-events';
    const host = 'https://sns.cn-north-1.amazonaws.com.cn';
    door = aDoor(signer, { sesEventTopics: [topicArn, chinese] });
    door.outside = () => new Response(signer.certificate);
    expect(await door.post(signer.sign(notification({ TopicArn: chinese }), host))).toMatchObject({ status: 200 });
    expect(await door.post(signer.sign(notification({ TopicArn: chinese }), origin))).toMatchObject({ status: 403 });
    expect(door.asked).toEqual([host + signer.certificatePath]);
  });

  test('signature version 1 is taken only where the parameter says so', async () => {
    const body = signer.sign(notification(), origin, '1');
    expect(await door.post(body)).toEqual({ status: 403, did: 'refused', why: 'signature-version' });
    expect(door.asked).toEqual([]);
    door = aDoor(signer, { snsSignatureVersion1: true });
    expect(await door.post(body)).toMatchObject({ status: 200, did: 'recorded' });
    expect(await door.post(signed())).toMatchObject({ status: 200, did: 'recorded' });
  });

  test('an endpoint of the configuration takes the place of SNS, and SNS is no longer it', async () => {
    const local = 'http://127.0.0.1:8005';
    door = aDoor(signer, { snsEndpoint: local });
    door.outside = () => new Response(signer.certificate);
    expect(await door.post(signer.sign(notification(), local))).toMatchObject({ status: 200, did: 'recorded' });
    for (const other of [origin, 'http://127.0.0.1:8006', 'http://127.0.0.1', 'https://127.0.0.1:8005']) {
      expect(await door.post(signer.sign(notification(), other))).toMatchObject({ why: 'certificate-url' });
    }
    expect(door.asked).toEqual([local + signer.certificatePath]);
  });
});

describe('what is forged', () => {
  test.each([
    ['Message', JSON.stringify(sesMessage({ eventType: 'Complaint' }))],
    ['MessageId', 'another-id'],
    ['Subject', 'Another subject'],
    ['Timestamp', '2026-11-23T09:00:01.000Z'],
    ['Signature', Buffer.alloc(256, 7).toString('base64')],
    ['Signature', 'AAAA'],
    ['Type', 'UnsubscribeConfirmation'],
    ['Type', 'SubscriptionConfirmation'],
    ['SignatureVersion', '1'],
  ])('another %s is refused, and nothing is recorded', async (field, value) => {
    door = aDoor(signer, { snsSignatureVersion1: true });
    const more = { Token: 'token', SubscribeURL: `${origin}/` };
    expect(await door.post(altered({ ...more, [field]: value }))).toMatchObject({ status: 403, why: 'signature' });
    expect(door.recorded).toEqual([]);
    expect(door.asked).toEqual([origin + signer.certificatePath]);
  });

  test('a signature by another key is refused', async () => {
    const stranger = await aSigner();
    const body = JSON.parse(stranger.sign(notification(), origin));
    body.SigningCertURL = origin + signer.certificatePath;
    expect(await door.post(JSON.stringify(body))).toMatchObject({ status: 403, why: 'signature' });
  });

  test('a certificate that SNS does not have is refused, and not tried again', async () => {
    const SigningCertURL = `${origin}/${certificateName}`;
    expect(await door.post(altered({ SigningCertURL }))).toMatchObject({ status: 403, why: 'signature' });
    expect(door.asked).toEqual([SigningCertURL]);
  });

  test.each([
    ['another host', `https://example.com/${certificateName}`],
    ['another region', `https://sns.us-east-1.amazonaws.com/${certificateName}`],
    ['a legacy S3 host of a bucket that is called sns', `https://sns.s3-us-west-2.amazonaws.com/${certificateName}`],
    ['a host that ends alike', `https://evil-sns.eu-central-1.amazonaws.com/${certificateName}`],
    ['a host that begins alike', `${origin}.example.com/${certificateName}`],
    ['http', `http://sns.eu-central-1.amazonaws.com/${certificateName}`],
    ['a user', `https://sns.eu-central-1.amazonaws.com@example.com/${certificateName}`],
    ['a user and a password', `https://u:p@sns.eu-central-1.amazonaws.com/${certificateName}`],
    ['a port', `${origin}:8443/${certificateName}`],
    ['the usual port', `${origin}:443/${certificateName}`],
    ['a query', `${origin}/${certificateName}?x=1`],
    ['a query before the name', `${origin}/?${certificateName}`],
    ['a fragment', `${origin}/${certificateName}#x`],
    ['a folder', `${origin}/x/${certificateName}`],
    ['a way up', `${origin}/x/../${certificateName}`],
    ['another name', `${origin}/certificate.pem`],
    ['a name of another length', `${origin}/SimpleNotificationService-0a.pem`],
    ['a line break', `${origin}/${certificateName}\n`],
    ['a backslash', `${origin}\\${certificateName}`],
    ['capital letters', `https://SNS.eu-central-1.amazonaws.com/${certificateName}`],
    ['nothing', ''],
  ])('a certificate address with %s is refused without being asked', async (_what, SigningCertURL) => {
    expect(await door.post(altered({ SigningCertURL }))).toMatchObject({ status: 403, why: 'certificate-url' });
    expect(door.asked).toEqual([]);
  });

  test.each([
    'arn:aws:sns:eu-central-1:123456789012:another',
    'arn:aws:sns:eu-central-1:210987654321:ses-events',
    'arn:aws:sns:us-east-1:123456789012:ses-events',
    'arn:aws:sns:eu-central-1:123456789012:ses-events-2',
  ])('a signed message of the topic %s, which is not ours, is refused without asking anybody', async (TopicArn) => {
    expect(await door.post(signed({ TopicArn }))).toEqual({ status: 403, did: 'refused', why: 'topic' });
    expect(door.asked).toEqual([]);
  });

  test('where no topic is named in the configuration, none is taken', async () => {
    door = aDoor(signer, { sesEventTopics: [] });
    expect(await door.post(signed())).toMatchObject({ status: 403, why: 'topic' });
  });

  test.each([
    ['stale', '2026-11-23T07:44:59.999Z'],
    ['of another year', '2025-11-23T09:00:00.000Z'],
    ['of the future', '2026-11-23T09:15:00.001Z'],
  ])('a signed message that is %s is refused without asking anybody', async (_what, Timestamp) => {
    expect(await door.post(signed({ Timestamp }))).toMatchObject({ status: 403, why: 'timestamp' });
    expect(door.asked).toEqual([]);
  });

  test('no value but the message may hold a line break, so no two envelopes share what is signed', async () => {
    for (const field of ['MessageId', 'Subject', 'TopicArn', 'Timestamp']) {
      const body = altered({ [field]: `${notification()[field as 'Subject']}\nType` });
      expect(await door.post(body)).toMatchObject({ status: 400, why: 'envelope' });
    }
  });
});

describe('what is no message of SNS', () => {
  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', ''])(
    'method %j is told that only POST is allowed',
    async (method) => {
      expect(await handleSnsPost(door, { method, body: Buffer.from(signed()) })).toMatchObject({ status: 405 });
    },
  );

  test('a body above 272 KiB is refused before it is read', async () => {
    const body = Buffer.alloc(272 * 1024 + 1, 32);
    body.write(signed());
    expect(await door.post(body)).toEqual({ status: 413, did: 'refused', why: 'length' });
    expect(await door.post(body.subarray(0, -1))).toMatchObject({ status: 200 });
  });

  test.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['no JSON', 'zoe@example.com'],
    ['JSON that ends too early', '{"Type":"Notification"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an envelope without most of it', '{"Type":"Notification"}'],
    ['an unknown type', JSON.stringify({ ...notification(), Type: 'Raw' })],
    ['bytes that are no UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
    ['the bare event, as raw delivery would post it', JSON.stringify(sesMessage())],
  ])('a body of %s is a bad request', async (_what, body) => {
    expect(await door.post(body)).toEqual({ status: 400, did: 'refused', why: 'envelope' });
    expect(door.asked).toEqual([]);
  });

  test('bytes that are no UTF-8 are a bad request also beside what is signed', async () => {
    const body = Buffer.from(altered({ Extra: '*' }));
    expect(await door.post(body)).toMatchObject({ status: 200 });
    body[body.indexOf('*')] = 0xff;
    expect(await door.post(body)).toEqual({ status: 400, did: 'refused', why: 'envelope' });
  });

  test('a request without a body is a bad request', async () => {
    expect(await handleSnsPost(door, { method: 'POST', body: undefined })).toMatchObject({ status: 400 });
  });
});

describe('faults of our own are thrown, so that SNS tries again', () => {
  test.each([
    ['does not answer', () => null],
    ['fails', () => new Response('', { status: 503 })],
    ['throttles', () => new Response('', { status: 429 })],
    ['leads elsewhere', () => new Response('', { status: 302, headers: { location: 'https://example.com/' } })],
    ['gives something else', () => new Response('<html>')],
  ])('where SNS %s when asked for its certificate', async (_what, outside) => {
    const working = door.outside;
    door.outside = outside;
    await expect(door.post(signed())).rejects.toMatchObject({ code: 'OVERLOADED', retryable: true });
    expect(door.recorded).toEqual([]);
    expect(new Set(door.asked)).toEqual(new Set([origin + signer.certificatePath]));
    door.outside = working;
    expect(await door.post(signed())).toMatchObject({ status: 200, did: 'recorded' });
  });

  test('where the event could not be recorded', async () => {
    door.record = async () => {
      throw new Error('Firestore does not answer.');
    };
    await expect(door.post(signed())).rejects.toThrow('Firestore does not answer.');
  });
});

describe('what SNS signed and we cannot use is done with', () => {
  test.each([
    ['Open', { eventType: 'Open', open: {} }, { did: 'ignored' }],
    ['of a kind that SES will have one day', { eventType: 'Vanished' }, { did: 'ignored' }],
    ['that lacks its details', { eventType: 'Bounce' }, { did: 'unreadable', fields: ['bounce'] }],
    ['without a kind', { eventType: undefined }, { did: 'unreadable', fields: ['eventType'] }],
  ])('an event %s', async (_what, changed, expected) => {
    const Message = JSON.stringify(sesMessage(changed));
    expect(await door.post(signed({ Message }))).toMatchObject({ status: 200, ...expected });
    expect(door.recorded).toEqual([]);
  });

  test('an event of another sender in the same account', async () => {
    const mail = { ...(sesMessage().mail as object), tags: { assignment: ['invoice-7'] } };
    const outcome = await door.post(signed({ Message: JSON.stringify(sesMessage({ mail })) }));
    expect(outcome).toMatchObject({ status: 200, did: 'foreign' });
    expect(door.recorded).toEqual([]);
  });

  test('an event that the use case does not know', async () => {
    door.record = async () => ({ did: 'foreign' });
    expect(await door.post(signed())).toMatchObject({ status: 200, did: 'foreign', event: 'send' });
  });
});
