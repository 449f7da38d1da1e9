import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { pauseUntil } from '../../functions/learners/pause-until.ts';
import { addWeeks, weekOf } from '../../functions/week.ts';
import { dueAt } from '../../functions/weekly-run/lateness.ts';

const berlin = 'Europe/Berlin';

describe('the end of a pause', () => {
  test('lets exactly so many weekly mails pass that are due from now on, and ends on a Monday at midnight', () => {
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2032-01-01'), noInvalidDate: true });
    const zones = fc.constantFrom(berlin, 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC');
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 26 }), zones, (now, weeks, zone) => {
        const until = pauseUntil(now, weeks, zone);
        const local = DateTime.fromJSDate(until, { zone });
        expect([local.weekday, local.hour, local.minute, local.second]).toEqual([1, 0, 0, 0]);
        const due = Array.from({ length: 30 }, (_, ahead) => dueAt(addWeeks(weekOf(now, zone), ahead), zone));
        expect(due.filter((instant) => instant > now && instant < until)).toHaveLength(weeks);
      }),
    );
  });

  test.each([
    ['on Sunday night the mail of the next morning is the first', '2026-11-22T22:59:00Z', '2026-11-29T23:00:00Z'],
    ['before nine on Monday this morning’s mail is the first', '2026-11-23T07:59:59Z', '2026-11-29T23:00:00Z'],
    ['from nine on Monday next week’s mail is the first', '2026-11-23T08:00:00Z', '2026-12-06T23:00:00Z'],
    ['on Wednesday next week’s mail is the first', '2026-11-25T10:00:00Z', '2026-12-06T23:00:00Z'],
  ])('of one week: %s', (_name, now, until) => {
    expect(pauseUntil(new Date(now), 1, berlin)).toEqual(new Date(until));
  });

  test('stays at midnight across the change of the clocks and over the year’s end', () => {
    expect(pauseUntil(new Date('2026-10-20T10:00:00Z'), 1, berlin)).toEqual(new Date('2026-11-01T23:00:00Z'));
    expect(pauseUntil(new Date('2027-03-24T10:00:00Z'), 1, berlin)).toEqual(new Date('2027-04-04T22:00:00Z'));
    expect(pauseUntil(new Date('2026-12-30T10:00:00Z'), 2, berlin)).toEqual(new Date('2027-01-17T23:00:00Z'));
  });
});
