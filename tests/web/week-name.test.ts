import { expect, test } from 'vitest';
import { weekName } from '../../web/week-name.ts';

test('a week of another year is named with it', () => {
  expect(weekName('2027-W02', '2027-W03')).toBe('Week 2');
  expect(weekName('2026-W52', '2027-W03')).toBe('Week 52, 2026');
});
