import { expect, test } from 'vitest';
import { dailyQuota } from '../../functions/sending/daily-quota.ts';

test.each([
  [200, 190],
  [500, 490],
  [10_000, 9_800],
  [25_000, 24_500],
  [1_000_000, 999_500],
])('of %i mails a day %i are for the week: the reserve is 2 %%, at least 10 and at most 500', (max24HourSend, left) => {
  const quota = dailyQuota();
  quota.set({ max24HourSend, sentLast24Hours: 0 });
  expect(quota.left()).toBe(left);
});

test('what is in flight and what was sent since the last reading count; what SES did not take does not', () => {
  const quota = dailyQuota();
  quota.set({ max24HourSend: 200, sentLast24Hours: 180 });
  for (let mail = 0; mail < 4; mail += 1) quota.begin();
  expect(quota.left()).toBe(6);
  quota.end(true);
  quota.end(false);
  expect(quota.left()).toBe(7);
  // What SES says now holds the one that was sent.
  quota.set({ max24HourSend: 200, sentLast24Hours: 181 });
  expect(quota.left()).toBe(7);
});

test('a quota that is used up leaves nothing, and none has no end', () => {
  const quota = dailyQuota();
  expect(quota.left()).toBe(Number.POSITIVE_INFINITY);
  quota.set({ max24HourSend: 200, sentLast24Hours: 220 });
  expect(quota.left()).toBe(0);
  quota.set({ max24HourSend: null, sentLast24Hours: 1_000_000 });
  expect(quota.left()).toBe(Number.POSITIVE_INFINITY);
});
