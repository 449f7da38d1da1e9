import { expect, test } from 'vitest';
import { answering } from '../../web/answering.ts';

test('a challenge can be answered while it is open and attempts are left', () => {
  expect(answering({ outcome: 'OPEN', attemptsLeft: 1 }, 'SUBSCRIBED')).toBe('open');
  expect(answering({ outcome: 'OPEN', attemptsLeft: 0 }, 'SUBSCRIBED')).toBe('exhausted');
  expect(answering({ outcome: 'FAILED', attemptsLeft: 0 }, 'SUBSCRIBED')).toBe('exhausted');
  expect(answering({ outcome: 'PENDING_REVIEW', attemptsLeft: 4 }, 'SUBSCRIBED')).toBe('waiting');
});

test('whether somebody gets mail does not decide whether they may answer, but whether they paid does', () => {
  for (const status of ['PAUSED', 'UNSUBSCRIBED', 'NO_CONSENT', 'SUPPRESSED'] as const) {
    expect(answering({ outcome: 'OPEN', attemptsLeft: 5 }, status)).toBe('open');
  }
  expect(answering({ outcome: 'OPEN', attemptsLeft: 5 }, 'NOT_ENTITLED')).toBe('notEntitled');
});

test('what was reached is still shown when the subscription has ended', () => {
  expect(answering({ outcome: 'PASSED', attemptsLeft: 4 }, 'NOT_ENTITLED')).toBe('passed');
  expect(answering({ outcome: 'PENDING_REVIEW', attemptsLeft: 4 }, 'NOT_ENTITLED')).toBe('waiting');
});
