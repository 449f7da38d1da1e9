import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type SigningCertificates, signingCertificates } from '../../functions/ses-events/signing-certificates.ts';
import { type SnsSigner, snsSigner } from '../../local/sns/sns-signer.ts';
import { type FakeClock, fakeClock } from '../kit/fake-clock.ts';
import { now } from './sns-kit.ts';

const dayMilliseconds = 24 * 3_600_000;

let signer: SnsSigner;
let clock: FakeClock;
let certificates: SigningCertificates;
let asked: string[];
let answer: (url: string) => Promise<{ status: number; text: string }>;
beforeAll(async () => {
  signer = await snsSigner({ validFrom: new Date('2026-01-01T00:00:00Z'), validTo: new Date('2027-01-01T00:00:00Z') });
});
beforeEach(() => {
  clock = fakeClock(now);
  asked = [];
  answer = async () => ({ status: 200, text: signer.certificate });
  certificates = signingCertificates(clock, async (url) => {
    asked.push(url);
    return answer(url);
  });
});

test('a certificate is read once for all messages of a day, and again on the next', async () => {
  const first = await certificates('a');
  expect(first?.asymmetricKeyType).toBe('rsa');
  clock.advance(dayMilliseconds - 1);
  expect(await certificates('a')).toBe(first);
  expect(asked).toEqual(['a']);
  clock.advance(1);
  expect(await certificates('a')).not.toBe(first);
  expect(asked).toEqual(['a', 'a']);
});

test('messages that come at once wait for one reading', async () => {
  const keys = await Promise.all(Array.from({ length: 50 }, () => certificates('a')));
  expect(new Set(keys).size).toBe(1);
  expect(asked).toEqual(['a']);
});

test('a failure is told to all who waited, and is not kept', async () => {
  const working = answer;
  answer = async () => {
    throw new Error('SNS does not answer.');
  };
  const waiting = await Promise.allSettled([certificates('a'), certificates('a')]);
  expect(waiting.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  answer = working;
  expect(await certificates('a')).not.toBeNull();
  expect(asked).toEqual(['a', 'a']);
});

test.each([400, 403, 404, 410])('that SNS has none (%s) is an answer, and is not kept', async (status) => {
  const working = answer;
  answer = async () => ({ status, text: '' });
  expect(await certificates('a')).toBeNull();
  answer = working;
  expect(await certificates('a')).not.toBeNull();
});

test.each([
  [200, 'not a certificate'],
  [200, ''],
  [204, ''],
  [302, ''],
])('an answer %s %j that is no certificate is a failure and not a bad signature', async (status, text) => {
  answer = async () => ({ status, text });
  await expect(certificates('a')).rejects.toMatchObject({ code: 'OVERLOADED', retryable: true });
});

test('a certificate is good from its first moment to its last, also one that is kept', async () => {
  clock.set('2025-12-31T23:59:59.999Z');
  expect(await certificates('a')).toBeNull();
  clock.set('2026-01-01T00:00:00Z');
  expect(await certificates('a')).not.toBeNull();
  clock.set('2026-12-31T23:59:59.999Z');
  expect(await certificates('b')).not.toBeNull();
  clock.set('2027-01-01T00:00:00Z');
  expect(await certificates('b')).toBeNull();
  expect(asked).toEqual(['a', 'b']);
});

test('a few certificates are kept, not as many as somebody asks for', async () => {
  for (const url of ['a', 'b', 'c', 'd', 'e']) await certificates(url);
  await certificates('e');
  await certificates('b');
  expect(asked).toHaveLength(5);
  await certificates('a');
  expect(asked).toEqual(['a', 'b', 'c', 'd', 'e', 'a']);
});
