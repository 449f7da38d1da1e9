import { expect, test } from 'vitest';
import { snsLogEntry } from '../../functions/ses-events/sns-log-entry.ts';

const messageId = 'message';
const topic = 'arn:aws:sns:eu-central-1:123456789012:ses-events';

test('what comes twice for each mail is not logged', () => {
  expect(snsLogEntry({ status: 200, messageId, did: 'recorded', event: 'send' })).toBeNull();
  expect(snsLogEntry({ status: 200, messageId, did: 'ignored' })).toBeNull();
  expect(snsLogEntry({ status: 200, messageId, did: 'foreign' })).toBeNull();
});

test.each(['unconfirmed', 'unsubscribed'] as const)('that events stop coming (%s) is an error with a code', (did) => {
  const entry = snsLogEntry({ status: 200, messageId, did, topic });
  expect(entry).toMatchObject({ severity: 'ERROR', code: expect.stringMatching(/^SNS_/), topic, messageId });
});

test('a message that is refused is a warning with its reason', () => {
  const entry = snsLogEntry({ status: 403, did: 'refused', why: 'signature' });
  expect(entry).toMatchObject({ severity: 'WARNING', why: 'signature' });
  expect(entry).not.toHaveProperty('code');
});

test('a topic that still signs with version 1 is an error that says what to set', () => {
  const entry = snsLogEntry({ status: 403, did: 'refused', why: 'signature-version' });
  expect(entry).toMatchObject({ severity: 'ERROR', code: 'SNS_SIGNATURE_VERSION' });
  expect(entry?.message).toMatch(/set SignatureVersion of the topic to 2, or SNS_SIGNATURE_VERSION_1 to true/);
});

test('an event that does not parse is an error that names its fields', () => {
  const entry = snsLogEntry({ status: 200, messageId, did: 'unreadable', fields: ['bounce.feedbackId'] });
  expect(entry).toMatchObject({ severity: 'ERROR', fields: ['bounce.feedbackId'], messageId });
});

test('a subscription that was confirmed is told', () => {
  expect(snsLogEntry({ status: 200, messageId, did: 'confirmed', topic })).toMatchObject({ severity: 'INFO', topic });
});
