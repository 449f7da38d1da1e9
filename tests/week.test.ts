// The ISO week: which exist, which week an instant falls in, and the way back.
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { addWeeks, instantOfWeek, weekOf, weekSchema } from '../functions/week.ts';

const berlin = 'Europe/Berlin';
const newYork = 'America/New_York';
const auckland = 'Pacific/Auckland';
/** The whole range of offsets, half hours and a day that was left out (Apia, 2011-12-30) among them. */
const zones = [berlin, newYork, auckland, 'UTC', 'Asia/Kathmandu', 'Pacific/Apia', 'Pacific/Niue', 'America/St_Johns'];

const weekBetween = (first: string, count: number) =>
  fc.integer({ min: 0, max: count }).map((weeks) => addWeeks(first, weeks));
/** 1980 to 2079. */
const anyWeek = weekBetween('1980-W01', 5217);
const anyZone = fc.constantFrom(...zones);

describe('a week', () => {
  it('exists exactly where the calendar has it, in every year from 1900 to 2199', () => {
    for (let year = 1900; year < 2200; year += 1) {
      for (let number = 0; number < 60; number += 1) {
        const week = `${year}-W${String(number).padStart(2, '0')}`;
        const { isValid } = DateTime.fromObject({ weekYear: year, weekNumber: number });
        expect([week, weekSchema.safeParse(week).success]).toEqual([week, isValid]);
      }
    }
  });

  it.each(['2026-W01', '2026-W48', '2026-W53', '2020-W53', '2027-W52', '2028-W52'])('may be %s', (week) => {
    expect(weekSchema.parse(week)).toBe(week);
  });

  it.each([
    '2026-W54',
    '2026-53',
    '2026-W00',
    '2027-W53',
    '2025-W53',
    '2026-W99',
    '2026-W1',
    '2026-w48',
    '2026W48',
    '26-W48',
    '02026-W48',
    '2026-W48-1',
    ' 2026-W48',
    '2026-W48\n',
    '2026-11-23',
    '٢٠٢٦-W48',
    '',
  ])('may not be %j, and the error says what would be right', (text) => {
    const parsed = weekSchema.safeParse(text);
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
      'must be an ISO week that exists, such as 2026-W48 (weeks 01 to 52, in some years 53)',
    ]);
  });

  it.each([null, undefined, 48, {}, ['2026-W48']])('may not be %j, which is no text', (value) => {
    expect(weekSchema.safeParse(value).success).toBe(false);
  });

  it('has 53 in exactly the years that begin or end on a Thursday', () => {
    for (let year = 1980; year < 2080; year += 1) {
      const thursdays = [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)].map((day) => new Date(day).getUTCDay());
      expect([year, weekSchema.safeParse(`${year}-W53`).success]).toEqual([year, thursdays.includes(4)]);
    }
  });
});

describe('the week of an instant', () => {
  it.each([
    ['the last Sunday of 2026-W53', '2027-01-03T22:59:59.999Z', '2026-W53'],
    ['the first Monday of 2027-W01', '2027-01-03T23:00:00Z', '2027-W01'],
    ['a New Year’s Day that belongs to the old year', '2027-01-01T12:00:00Z', '2026-W53'],
    ['a last day of December that belongs to the new year', '2024-12-31T12:00:00Z', '2025-W01'],
    ['a January that begins on a Monday', '2024-01-01T00:00:00Z', '2024-W01'],
  ])('is right on %s in Berlin', (_what, instant, week) => {
    expect(weekOf(new Date(instant), berlin)).toBe(week);
  });

  it('is the shop’s own, not that of Greenwich', () => {
    const instant = new Date('2026-11-22T20:00:00Z');
    expect(weekOf(instant, auckland)).toBe('2026-W48');
    expect(weekOf(instant, 'UTC')).toBe('2026-W47');
    expect(weekOf(new Date('2026-11-23T04:00:00Z'), newYork)).toBe('2026-W47');
  });

  // What Cloud Scheduler sends for `0 9 * * 1`, the hour on the wall being the same on both sides of each change.
  it.each([
    [berlin, '2026-03-23T08:00:00Z', '2026-W13'],
    [berlin, '2026-03-30T07:00:00Z', '2026-W14'],
    [berlin, '2026-10-19T07:00:00Z', '2026-W43'],
    [berlin, '2026-10-26T08:00:00Z', '2026-W44'],
    [newYork, '2026-03-02T14:00:00Z', '2026-W10'],
    [newYork, '2026-03-09T13:00:00Z', '2026-W11'],
    [newYork, '2026-11-02T14:00:00Z', '2026-W45'],
    [auckland, '2026-04-05T21:00:00Z', '2026-W15'],
    [auckland, '2026-09-27T20:00:00Z', '2026-W40'],
    [auckland, '2027-01-03T20:00:00Z', '2027-W01'],
  ])('is that of the schedule in %s at %s', (zone, instant, week) => {
    expect(weekOf(new Date(instant), zone)).toBe(week);
    expect(instantOfWeek(week, zone, { weekday: 1, hour: 9 }).toISOString()).toBe(new Date(instant).toISOString());
  });
});

describe('an instant of a week', () => {
  it.each([
    [berlin, '2026-W13', '2026-03-26T19:00:00.000Z'],
    [berlin, '2026-W14', '2026-04-02T18:00:00.000Z'],
    [newYork, '2026-W45', '2026-11-06T01:00:00.000Z'],
    [auckland, '2026-W40', '2026-10-01T07:00:00.000Z'],
  ])('is Thursday 20:00 on the clocks of %s in %s', (zone, week, instant) => {
    expect(instantOfWeek(week, zone, { weekday: 4, hour: 20 }).toISOString()).toBe(instant);
  });

  it('is the same hour on the wall on the day on which the clocks change', () => {
    const sunday = (week: string, hour: number) => instantOfWeek(week, berlin, { weekday: 7, hour }).toISOString();
    expect(sunday('2026-W13', 1)).toBe('2026-03-29T00:00:00.000Z');
    expect(sunday('2026-W13', 9)).toBe('2026-03-29T07:00:00.000Z');
    expect(sunday('2026-W43', 1)).toBe('2026-10-24T23:00:00.000Z');
    expect(sunday('2026-W43', 9)).toBe('2026-10-25T08:00:00.000Z');
  });

  it('comes later in the week with a later day or hour, also where the clocks change', () => {
    fc.assert(
      fc.property(anyWeek, anyZone, (week, zone) => {
        const instants = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
          [0, 6, 12, 23].map((hour) => instantOfWeek(week, zone, { weekday, hour }).getTime()),
        );
        expect(instants).toEqual(instants.toSorted((a, b) => a - b));
      }),
    );
  });

  it('lies in the week it was made of', () => {
    const at = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), hour: fc.integer({ min: 0, max: 23 }) });
    fc.assert(
      fc.property(anyWeek, anyZone, at, (week, zone, moment) => {
        // Apia went from the 29th to the 31st of December 2011: that Friday has no instants of its own.
        fc.pre(!(zone === 'Pacific/Apia' && week === '2011-W52'));
        expect(weekOf(instantOfWeek(week, zone, moment), zone)).toBe(week);
      }),
      { numRuns: 500 },
    );
  });
});

describe('weeks later', () => {
  it.each([
    ['2026-W48', 1, '2026-W49'],
    ['2026-W52', 1, '2026-W53'],
    ['2026-W53', 1, '2027-W01'],
    ['2027-W52', 1, '2028-W01'],
    ['2027-W01', -1, '2026-W53'],
    ['2028-W01', -1, '2027-W52'],
    ['2026-W48', 0, '2026-W48'],
    ['2020-W53', 314, '2027-W01'],
  ])('%s and %i more is %s', (week, weeks, later) => {
    expect(addWeeks(week, weeks)).toBe(later);
  });

  it('lead back by as many', () => {
    fc.assert(
      fc.property(anyWeek, fc.integer({ min: -520, max: 520 }), (week, weeks) => {
        expect(addWeeks(addWeeks(week, weeks), -weeks)).toBe(week);
      }),
    );
  });

  it('exist, and sort as text in the order of time', () => {
    fc.assert(
      fc.property(anyWeek, fc.integer({ min: 1, max: 520 }), (week, weeks) => {
        const later = addWeeks(week, weeks);
        expect(weekSchema.safeParse(later).success).toBe(true);
        expect(later > week).toBe(true);
      }),
    );
  });

  it('are 168 hours apart in a place without daylight saving', () => {
    fc.assert(
      fc.property(anyWeek, (week) => {
        const monday = (of: string) => instantOfWeek(of, 'UTC', { weekday: 1, hour: 9 }).getTime();
        expect(monday(addWeeks(week, 1)) - monday(week)).toBe(168 * 3_600_000);
      }),
    );
  });
});
