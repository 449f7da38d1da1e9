import { expect, test } from 'vitest';
import { addWeeks, weekOf } from '../../functions/week.ts';
import { weekStart } from '../../web/week-start.ts';

test('a week starts where the API says that it does, over forty years', () => {
  for (let week = '2019-W52', count = 0; count < 2100; week = addWeeks(week, 1), count += 1) {
    const start = weekStart(week);
    expect(weekOf(new Date(start), 'UTC')).toBe(week);
    expect(weekOf(new Date(start - 1), 'UTC')).toBe(addWeeks(week, -1));
  }
});
