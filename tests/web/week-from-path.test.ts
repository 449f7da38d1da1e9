import { expect, test } from 'vitest';
import { addWeeks, weekSchema } from '../../functions/week.ts';
import { weekFromPath } from '../../web/week-from-path.ts';

test('the path of a mail’s button names its week', () => {
  expect(weekFromPath('/week/2026-W47')).toBe('2026-W47');
});

test.each(['/', '/week/', '/week/2026-W47/', '/week/2026-47', '/week/2026-w47', '/weeks/2026-W47', '/week/2026-W470'])(
  'the path %s names no week',
  (path) => expect(weekFromPath(path)).toBeNull(),
);

test('a week is taken exactly where the API takes it, so that none can bring the page an error', () => {
  for (let year = 2020; year < 2060; year += 1) {
    for (const number of ['00', '01', '52', '53', '54', '99']) {
      const week = `${year}-W${number}`;
      expect(weekFromPath(`/week/${week}`)).toBe(weekSchema.safeParse(week).success ? week : null);
    }
  }
  expect(weekFromPath(`/week/${addWeeks('2026-W52', 1)}`)).toBe('2026-W53');
});
