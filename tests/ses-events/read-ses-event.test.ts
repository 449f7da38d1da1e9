import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSesEvent } from '../../functions/ses-events/read-ses-event.ts';
import { sesMessage } from './sns-kit.ts';

const mailAt = new Date('2026-11-23T08:59:58.123Z');
const at = new Date('2026-11-23T09:00:02Z');
const timestamp = at.toISOString();
const feedbackId = '0102019a-8edb-42ae-af10-f0181f34d6ee-000000';
const zoe = 'zoe@example.com';
const common = {
  assignmentId: '2026-W48_shopify-1001',
  sesId: '0100019a-7a5433e7-8edb-42ae-af10-f0181f34d6ee-000000',
  mailAt,
  at: mailAt,
  feedbackId: null,
  subType: null,
  recipients: [zoe],
};
const bounce = {
  bounceType: 'Permanent',
  bounceSubType: 'General',
  bouncedRecipients: [{ emailAddress: zoe, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1' }],
  timestamp,
  feedbackId,
  reportingMTA: 'dsn; example.com',
};
const complaint = {
  complainedRecipients: [{ emailAddress: zoe }],
  timestamp,
  feedbackId,
  complaintFeedbackType: 'abuse',
};
const delivery = { timestamp, processingTimeMillis: 900, recipients: [zoe], smtpResponse: '250 OK' };
const deliveryDelay = {
  delayType: 'MailboxFull',
  delayedRecipients: [{ emailAddress: zoe, status: '4.2.2' }],
  expirationTime: timestamp,
  timestamp,
};

const read = (message: object) => readSesEvent(JSON.stringify(message));
const eventOf = (message: object) => {
  const found = read(message);
  return found.kind === 'event' ? found.event : found;
};
const mailOf = (changed: object) => ({ ...(sesMessage().mail as object), ...changed });

const details = [
  ['Send', { send: {} }, { kind: 'send' }],
  ['Delivery', { delivery }, { kind: 'delivery', at }],
  [
    'Bounce',
    { bounce },
    { kind: 'bounce', at, feedbackId, subType: 'General', bounce: { kind: 'PERMANENT', subType: 'General' } },
  ],
  ['Complaint', { complaint }, { kind: 'complaint', at, feedbackId }],
  ['Reject', { reject: { reason: 'Bad content' } }, { kind: 'reject' }],
  ['Rendering Failure', { failure: { templateName: 't', errorMessage: 'e' } }, { kind: 'renderingFailure' }],
  ['DeliveryDelay', { deliveryDelay }, { kind: 'deliveryDelay', at, subType: 'MailboxFull' }],
] as const;

describe.each(details)('%s', (eventType, more, expected) => {
  test('is read in the format of event publishing, with the assignment of its tag', () => {
    expect(eventOf(sesMessage({ eventType, ...more }))).toEqual({ ...common, ...expected });
  });

  test('is read in the format of identity notifications, where nothing tells the assignment', () => {
    const { eventType: _none, ...message } = sesMessage({ ...more, mail: mailOf({ tags: undefined }) });
    const event = eventOf({ notificationType: eventType, ...message });
    expect(event).toEqual({ ...common, ...expected, assignmentId: null });
  });
});

test.each([
  ['Permanent', 'PERMANENT'],
  ['Transient', 'TRANSIENT'],
  ['Undetermined', 'UNDETERMINED'],
  ['Of a kind to come', 'UNDETERMINED'],
])('a bounce that SES calls %s is %s', (bounceType, kind) => {
  expect(eventOf(sesMessage({ eventType: 'Bounce', bounce: { ...bounce, bounceType } }))).toMatchObject({
    bounce: { kind, subType: 'General' },
  });
});

test('a report that a mail is no spam is no complaint', () => {
  const opposite = { ...complaint, complaintFeedbackType: 'not-spam' };
  expect(read(sesMessage({ eventType: 'Complaint', complaint: opposite }))).toEqual({ kind: 'ignored' });
});

test('a complaint that comes from the suppression list says so', () => {
  const listed = { ...complaint, complaintSubType: 'OnAccountSuppressionList' };
  expect(eventOf(sesMessage({ eventType: 'Complaint', complaint: listed }))).toMatchObject({
    subType: 'OnAccountSuppressionList',
  });
});

test('a notification with headers tells the assignment by the header of the tags', () => {
  const headers = [{ name: 'x-ses-message-tags', value: 'run=2026-W48, assignment=2026-W48_shopify-1001' }];
  const message = { notificationType: 'Bounce', bounce, mail: mailOf({ tags: undefined, headers }) };
  expect(eventOf(message)).toMatchObject({ assignmentId: '2026-W48_shopify-1001' });
});

test('a mail without the tag, such as a sign-in mail, is of no assignment', () => {
  expect(eventOf(sesMessage({ mail: mailOf({ tags: { 'ses:feedback-id-a': ['sign-in'] } }) }))).toMatchObject({
    assignmentId: null,
  });
});

test('it is about the one the mail went to, whoever a forwarding host names', () => {
  const forwarded = { ...bounce, bouncedRecipients: [{ emailAddress: 'elsewhere@example.net' }] };
  expect(eventOf(sesMessage({ eventType: 'Bounce', bounce: forwarded }))).toMatchObject({ recipients: [zoe] });
});

test('of a mail to several it is about those who are named', () => {
  const mail = mailOf({ destination: [zoe, 'ada@example.com', 'max@example.com'] });
  const bouncedRecipients = [{ emailAddress: zoe }, { emailAddress: 'max@example.com' }];
  const several = sesMessage({ eventType: 'Bounce', mail, bounce: { ...bounce, bouncedRecipients } });
  expect(eventOf(several)).toMatchObject({ recipients: [zoe, 'max@example.com'] });
  expect(eventOf(sesMessage({ mail }))).toMatchObject({ recipients: [zoe, 'ada@example.com', 'max@example.com'] });
});

test.each(['Open', 'Click', 'Subscription', 'AmazonSnsSubscriptionSucceeded', 'constructor', ''])(
  'the kind %j is not ours to record',
  (eventType) => {
    expect(read(sesMessage({ eventType }))).toEqual({ kind: 'ignored' });
    expect(read({ notificationType: eventType, message: 'You have subscribed.' })).toEqual({ kind: 'ignored' });
  },
);

test('what SES says of a new event destination is no event', () => {
  const said = 'Successfully validated SNS topic for Amazon SES event publishing.';
  expect(readSesEvent(said)).toEqual({ kind: 'ignored' });
});

test.each([
  'invoice-7',
  '',
  '2026-W48',
  '2026-W48_',
  '2026-W54_shopify-1001',
  '2027-W53_shopify-1001',
  '2026-W48_shopify-',
  '2026-W48_shopify-1001_2',
  '2026-W48_gid://shopify/Customer/1001',
  `2026-W48_shopify-${'1'.repeat(21)}`,
  '2026-W48_shopify-1001/../x',
])('the tag %j is somebody else’s', (tag) => {
  expect(read(sesMessage({ mail: mailOf({ tags: { assignment: [tag] } }) }))).toEqual({ kind: 'foreign' });
});

test.each<[string, Record<string, unknown>, string[]]>([
  ['no mail', { mail: undefined }, ['mail']],
  ['no time', { mail: mailOf({ timestamp: 'zoe' }) }, ['mail.timestamp']],
  ['an id that no document could have', { mail: mailOf({ messageId: '__zoe__' }) }, ['mail.messageId']],
  ['an id that is a path', { mail: mailOf({ messageId: 'a/zoe.b' }) }, ['mail.messageId']],
  ['a tag that is no list', { mail: mailOf({ tags: { zoe: 'x' } }) }, ['mail.tags']],
  [
    'a bounce without an id',
    { eventType: 'Bounce', bounce: { ...bounce, feedbackId: undefined } },
    ['bounce.feedbackId'],
  ],
  [
    'a complaint without a time',
    { eventType: 'Complaint', complaint: { ...complaint, timestamp: 0 } },
    ['complaint.timestamp'],
  ],
  ['a number for a kind', { eventType: 7 }, ['eventType']],
])('%s does not parse, and only the field is named', (_what, changed, fields) => {
  const found = read(sesMessage(changed));
  expect(found).toEqual({ kind: 'unreadable', fields });
  expect(JSON.stringify(found)).not.toContain('zoe');
});

test('whatever is told, reading it gives an answer', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), fc.anything(), (text, value) => {
      expect(readSesEvent(text).kind).not.toBe('event');
      for (const [eventType] of details) {
        const mutated = { ...sesMessage({ eventType }), bounce: value, complaint: value, delivery: value, mail: value };
        const said: string | undefined = JSON.stringify(mutated, (_key, each) => (typeof each === 'bigint' ? 0 : each));
        expect(['event', 'unreadable']).toContain(readSesEvent(said ?? '').kind);
      }
    }),
    { numRuns: 200 },
  );
});
