import { expect, test } from 'vitest';
import { waitLeft } from '../../web/wait-left.ts';

const FIVE_MINUTES = { nextAttemptAt: '2026-11-25T09:05:00Z', lastSubmittedAt: '2026-11-25T09:00:00Z' };
const at = (time: string) => Date.parse(`2026-11-25T${time}Z`);

test('the wait ends at the instant that the API names', () => {
  expect(waitLeft(FIVE_MINUTES, at('09:01:00'))).toBe(240_000);
  expect(waitLeft(FIVE_MINUTES, at('09:05:00'))).toBe(0);
  expect(waitLeft(FIVE_MINUTES, at('09:06:00'))).toBe(0);
});

test('there is nothing to wait for where the API names no instant', () => {
  expect(waitLeft({ ...FIVE_MINUTES, nextAttemptAt: null }, at('09:01:00'))).toBe(0);
});

test('a clock that is an hour slow makes nobody wait longer than the whole cool-down', () => {
  expect(waitLeft(FIVE_MINUTES, at('08:01:00'))).toBe(300_000);
  expect(waitLeft({ ...FIVE_MINUTES, lastSubmittedAt: null }, at('08:05:00'))).toBe(3_600_000);
});
