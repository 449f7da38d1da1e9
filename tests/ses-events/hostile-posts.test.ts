// 10,000 bodies that nobody foresaw: whatever comes, the door stands, and asks nobody but SNS.
import fc from 'fast-check';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { SnsSigner } from '../../local/sns/sns-signer.ts';
import { aDoor, aSigner, confirmation, notification, origin, sesMessage, topicArn } from './sns-kit.ts';

const runs = 10_000;

let signer: SnsSigner;
beforeAll(async () => {
  signer = await aSigner();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const hosts = [origin, 'https://example.com', 'https://sns.s3-us-west-2.amazonaws.com', 'http://169.254.169.254'];
const host = fc.constantFrom(...hosts);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('__proto__', 'constructor', '1', '2', 'Notification', 'SubscriptionConfirmation', '{}', '[]'),
);

/** Of the right shape, and yet not what was signed. */
const plausible = {
  Type: fc.constantFrom('Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation'),
  MessageId: fc.uuid(),
  TopicArn: fc.constantFrom(topicArn, `${topicArn}-2`, 'arn:aws:sns:s3-us-west-2:123456789012:ses-events'),
  Subject: fc.string(),
  Message: fc.oneof(fc.json(), fc.constant(JSON.stringify(sesMessage({ eventType: 'Complaint' })))),
  Timestamp: fc.date({ min: new Date('2026-11-23T06:00:00Z'), max: new Date('2026-11-23T10:00:00Z') }),
  Token: fc.uuid(),
  SubscribeURL: host.map((at) => `${at}/?Action=ConfirmSubscription&TopicArn=${topicArn}&Token=t`),
  Signature: fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  SignatureVersion: fc.constantFrom('1', '2'),
  SigningCertURL: fc.tuple(host, fc.stringMatching(/^[a-z0-9]{32}$/)).map(certificateUrl),
};
const fields = fc.constantFrom(...Object.keys(plausible));

function certificateUrl([at, name]: [string, string]): string {
  return `${at}/SimpleNotificationService-${name}.pem`;
}

/** Posts that are whole, changed, damaged or none at all. */
function posts(): fc.Arbitrary<Buffer> {
  const genuine = fc.constantFrom(signer.sign(notification(), origin), signer.sign(confirmation(), origin));
  const anyChanges = fc.dictionary(fields, fc.oneof(anyText, fc.jsonValue({ maxDepth: 2 })), {
    minKeys: 1,
    maxKeys: 2,
  });
  const changes = fc.record(plausible, { requiredKeys: [] });
  const damages = fc.array(fc.record({ at: fc.nat(), to: fc.integer({ min: 32, max: 126 }) }), { maxLength: 3 });
  const changed = (change: fc.Arbitrary<object>) =>
    fc.tuple(genuine, change).map(([body, parts]) => Buffer.from(JSON.stringify({ ...JSON.parse(body), ...parts })));
  const damaged = fc.tuple(genuine, damages).map(([body, all]) => {
    const bytes = Buffer.from(body);
    for (const { at, to } of all) bytes[at % bytes.length] = to;
    return bytes;
  });
  const cut = fc.tuple(genuine, fc.nat(900)).map(([body, length]) => Buffer.from(body).subarray(0, length));
  const any = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.json()).map((content) => Buffer.from(content));
  return fc.oneof(changed(changes), changed(anyChanges), damaged, cut, any);
}

/** Whether the post still says what was signed; some damage changes nothing, or what nobody reads. */
function isGenuine(body: Buffer): boolean {
  const posted: Record<string, unknown> = JSON.parse(body.toString());
  return [notification(), confirmation()].some((each) =>
    Object.entries(each).every(([name, value]) => posted[name] === value),
  );
}

test('of 10,000 hostile posts none fails, none but a genuine one is taken, and nobody but SNS is asked', async () => {
  const door = aDoor(signer);
  const counts = { 200: 0, 400: 0, 403: 0 };
  await fc.assert(
    fc.asyncProperty(posts(), async (body) => {
      const recorded = door.recorded.length;
      const { status } = await door.post(body);
      expect([200, 400, 403]).toContain(status);
      counts[status as keyof typeof counts] += 1;
      if (status === 200) expect(isGenuine(body)).toBe(true);
      else expect(door.recorded.length).toBe(recorded);
    }),
    { numRuns: runs, seed: 20_261_122 },
  );
  expect(door.asked.filter((url) => new URL(url).origin !== origin)).toEqual([]);
  // The posts reach every part of the door.
  expect(counts[200] + counts[400] + counts[403]).toBe(runs);
  expect(Math.min(counts[400], counts[403])).toBeGreaterThan(runs / 10);
  expect(counts[200]).toBeGreaterThan(100);
  expect(door.asked.length).toBeGreaterThan(100);
}, 120_000);
