import { expect, test } from 'vitest';
import { quietWeeks } from '../../web/quiet-weeks.ts';

test('a challenge may come until Thursday evening, and only after that is it missed', () => {
  expect(quietWeeks('2026-W47', 'SUBSCRIBED', Date.parse('2026-11-27T23:00:00Z'))).toBe(false);
  expect(quietWeeks('2026-W47', 'SUBSCRIBED', Date.parse('2026-11-28T00:00:00Z'))).toBe(true);
});

test('who gets no mail for a reason of their own is not told that challenges have run out', () => {
  for (const status of ['PAUSED', 'UNSUBSCRIBED', 'NO_CONSENT', 'SUPPRESSED', 'NOT_ENTITLED'] as const) {
    expect(quietWeeks('2026-W40', status, Date.parse('2026-11-28T00:00:00Z'))).toBe(false);
  }
});
