import { expect, test } from 'vitest';
import { weekArgument } from '../../../local/stack/week-argument.ts';

test('without an argument no week is named', () => {
  expect(weekArgument([])).toBeUndefined();
});

test('an ISO week is taken, also a week 53 that exists', () => {
  expect(weekArgument(['--week', '2026-W48'])).toBe('2026-W48');
  expect(weekArgument(['--week=2026-W53'])).toBe('2026-W53');
});

test.each(['2026-W54', '2026-53', '2027-W53', '2026-W00', 'next', ''])(
  '%j is refused in one line that names it',
  (week) => {
    expect(() => weekArgument([`--week=${week}`])).toThrow(`--week ${JSON.stringify(week)} is no ISO week that exists`);
  },
);

test.each([['--weeks', '2026-W48'], ['2026-W48'], ['--week']])('the arguments %j are refused', (...args) => {
  expect(() => weekArgument(args)).toThrow(/npm run weekly -- --week 2026-W48/);
});
