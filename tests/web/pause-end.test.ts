import { expect, test } from 'vitest';
import { pauseEnd } from '../../web/pause-end.ts';

test.each([
  ['midnight in Berlin', '2026-12-06T23:00:00Z'],
  ['midnight in Kiritimati', '2026-12-06T10:00:00Z'],
  ['midnight in Honolulu', '2026-12-07T10:00:00Z'],
  ['nine in the morning in Los Angeles', '2026-12-07T17:00:00Z'],
  ['midnight in UTC', '2026-12-07T00:00:00.000Z'],
])('a pause that ends at %s ends on that Monday for every reader', (_, instant) => {
  expect(pauseEnd(instant)).toBe('Monday 7 December');
});

test('the turn of the year and summer time move nothing', () => {
  expect(pauseEnd('2027-01-03T23:00:00Z')).toBe('Monday 4 January');
  expect(pauseEnd('2026-03-29T22:00:00Z')).toBe('Monday 30 March');
});
