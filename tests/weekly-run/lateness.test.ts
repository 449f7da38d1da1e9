import { expect, test } from 'vitest';
import {
  dueAt,
  isTooLateToSend,
  lateStart,
  sendingIsOver,
  startableWeeks,
  startsLate,
} from '../../functions/weekly-run/lateness.ts';

const config = { timeZone: 'Europe/Berlin', misfireGraceHours: 36 };
const off = { ...config, misfireGraceHours: 0 };

test('the mail of a week is due on Monday at 09:00 on the shop’s clock, in summer and in winter', () => {
  expect(dueAt('2026-W48', 'Europe/Berlin').toISOString()).toBe('2026-11-23T08:00:00.000Z');
  expect(dueAt('2026-W30', 'Europe/Berlin').toISOString()).toBe('2026-07-20T07:00:00.000Z');
  expect(dueAt('2026-W48', 'America/New_York').toISOString()).toBe('2026-11-23T14:00:00.000Z');
});

test('a start is late only beyond the misfire grace', () => {
  const due = dueAt('2026-W48', 'Europe/Berlin');
  expect(startsLate(due, new Date('2026-11-24T20:00:00Z'), config)).toBe(false);
  expect(startsLate(due, new Date('2026-11-24T20:00:01Z'), config)).toBe(true);
  expect(startsLate(due, new Date('2027-11-24T20:00:01Z'), off)).toBe(false);
});

test('sending ends on Thursday at 20:00 on the shop’s clock', () => {
  expect(isTooLateToSend('2026-W48', new Date('2026-11-26T19:00:00Z'), config)).toBe(false);
  expect(isTooLateToSend('2026-W48', new Date('2026-11-26T19:00:01Z'), config)).toBe(true);
  expect(isTooLateToSend('2026-W48', new Date('2027-11-26T19:00:01Z'), off)).toBe(false);
});

test('a late start says whether the run may still be resumed', () => {
  expect(lateStart('2026-W48', new Date('2026-11-24T20:00:00Z'), config)).toBeNull();
  expect(lateStart('2026-W48', new Date('2026-11-25T08:00:00Z'), config)).toMatch(/^late: .* Resume it to mail now/);
  expect(lateStart('2026-W48', new Date('2026-11-27T08:00:00Z'), config)).toMatch(/^late: .* Cancel the run\.$/);
  expect(lateStart('2026-W48', new Date('2026-11-27T08:00:00Z'), off)).toBeNull();
});

test('when the sending of a week is over, the reason names the week', () => {
  expect(sendingIsOver('2026-W48', new Date('2026-11-26T18:00:00Z'), config)).toBeNull();
  expect(sendingIsOver('2026-W48', new Date('2026-11-30T08:00:00Z'), config)).toContain(
    'the sending of 2026-W48 ended',
  );
  expect(sendingIsOver('2026-W48', new Date('2026-11-30T08:00:00Z'), off)).toBeNull();
});

test('only the present and the previous week can be started, also around the turn of the year', () => {
  const newYear = new Date('2027-01-04T09:00:00Z');
  expect(startableWeeks(newYear, config, 'operator')).toEqual({ from: '2026-W53', to: '2027-W01' });
  expect(startableWeeks(newYear, config, 'schedule')).toEqual({ from: '2026-W53', to: '2027-W01' });
});

test('with lateness rules off the schedule may look four weeks ahead, an operator may not', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  expect(startableWeeks(now, off, 'schedule')).toEqual({ from: '2026-W46', to: '2026-W51' });
  expect(startableWeeks(now, off, 'operator')).toEqual({ from: '2026-W46', to: '2026-W47' });
});
