import { describe, expect, test } from 'vitest';
import { type Facts, findAlerts } from '../../functions/alerts/find-alerts.ts';
import type { Run } from '../../functions/weekly-run/run.ts';
import { aRun } from '../kit/a-run.ts';

const facts: Facts = {
  timeZone: 'Europe/Berlin',
  misfireGraceHours: 36,
  resendUnknown: false,
  since: new Date('2026-01-01T00:00:00Z'),
  apiVersion: '2026-10',
  unreadable: [],
};
const monday = '2026-11-23T08:00:00Z';
const hoursLater = (hours: number) => new Date(new Date(monday).getTime() + hours * 3_600_000);
const done = aRun({ state: 'done' });
const ids = (runs: Run[], now: Date, over: Partial<Facts> = {}) =>
  findAlerts(runs, now, { ...facts, ...over }).map(({ id }) => id);

test('a run that is done, with content and an API version to go on with, is no news', () => {
  expect(ids([{ ...done, contentWeeksLeft: 3 }], hoursLater(30))).toEqual([]);
});

describe('a pause', () => {
  const paused = (by: 'ITSELF' | 'OPERATOR') =>
    aRun({ state: 'paused', reason: 'Mend it.', pause: { by, at: new Date('2026-11-23T08:07:09.123Z') } });

  test('of the run by itself is told with its reason, and each pause is news', () => {
    const [alert] = findAlerts([paused('ITSELF')], hoursLater(1), facts);
    expect(alert).toMatchObject({ id: 'RUN_PAUSED_2026-W48_20261123T080709Z', code: 'RUN_PAUSED', week: '2026-W48' });
    expect(alert?.text).toBe('The weekly run of 2026-W48 is paused. Mend it.');
    const again = { ...paused('ITSELF'), pause: { by: 'ITSELF' as const, at: hoursLater(3) } };
    expect(ids([again], hoursLater(3))).toEqual(['RUN_PAUSED_2026-W48_20261123T110000Z']);
  });

  test('by an operator is no news, and their words are not told', () => {
    expect(ids([paused('OPERATOR')], hoursLater(1))).toEqual([]);
    const [overdue] = findAlerts([{ ...paused('OPERATOR'), reason: 'Ada complained.' }], hoursLater(25), facts);
    expect(overdue?.text).toMatch(
      /not done 24 hours after it was due: it is paused\. Its reason stands in weeklyRun\.$/,
    );
  });

  test('of which nobody wrote who did it is told', () => {
    const [alert] = findAlerts([aRun({ state: 'paused', reason: 'Ada complained.' })], hoursLater(1), facts);
    expect(alert).toMatchObject({ id: 'RUN_PAUSED_2026-W48', text: expect.not.stringContaining('Ada') });
  });
});

describe('a run that is not done', () => {
  const resting = aRun({ state: 'sending', notices: ['The day’s quota is used up.'] });

  test('is overdue 24 hours after it was due, with the reason for which it rests', () => {
    expect(ids([resting], hoursLater(24))).toEqual([]);
    const [alert] = findAlerts([resting], hoursLater(24.01), facts);
    expect(alert).toMatchObject({ id: 'RUN_OVERDUE_2026-W48', text: expect.stringContaining('it is sending.') });
    expect(alert?.text).toContain('The day’s quota is used up.');
  });

  test('is overdue a day after an operator started it, where that was long after it was due', () => {
    const started = { ...resting, startedAt: hoursLater(30) };
    expect(ids([started], hoursLater(53))).toEqual([]);
    expect(ids([started], hoursLater(54))).toEqual(['RUN_OVERDUE_2026-W48']);
  });

  test('is overdue a day after an operator had it go on, where it was done before', () => {
    const reopened = { ...resting, reopenedAt: hoursLater(50) };
    expect(ids([reopened], hoursLater(73))).toEqual([]);
    expect(ids([reopened], hoursLater(74))).toEqual(['RUN_OVERDUE_2026-W48']);
  });

  test.each(['done', 'failed'] as const)('is not overdue when it is %s', (state) => {
    expect(ids([{ ...resting, state }], hoursLater(100))).toEqual([]);
  });
});

describe('a run that does not start', () => {
  test('is told an hour after it was due, also where that of the week before stands', () => {
    expect(ids([], hoursLater(0.99))).toEqual([]);
    expect(ids([], hoursLater(1))).toEqual(['RUN_NOT_STARTED_2026-W48']);
    expect(ids([{ ...done, week: '2026-W47' }], hoursLater(1))).toEqual(['RUN_NOT_STARTED_2026-W48']);
  });

  test('is no news in an installation that is younger than the schedule', () => {
    expect(ids([], hoursLater(5), { since: hoursLater(0.5) })).toEqual([]);
    expect(ids([], hoursLater(5 + 7 * 24), { since: hoursLater(0.5) })).toEqual(['RUN_NOT_STARTED_2026-W49']);
  });

  test('nor is anything late where lateness rules are off', () => {
    expect(ids([], hoursLater(5), { misfireGraceHours: 0 })).toEqual([]);
    expect(ids([aRun({ state: 'sending' })], hoursLater(50), { misfireGraceHours: 0 })).toEqual([]);
  });
});

test('a run that cannot be read is told with what does not fit, and is none that did not start', () => {
  const unreadable = [{ week: '2026-W48', fault: 'A document of weeklyRuns does not fit its shape: notices.' }];
  const [alert, ...others] = findAlerts([], hoursLater(5), { ...facts, unreadable });
  expect(alert).toMatchObject({ id: 'RUN_UNREADABLE_2026-W48', code: 'RUN_UNREADABLE', week: '2026-W48' });
  expect(alert?.text).toContain('does not fit its shape: notices.');
  expect(others).toEqual([]);
});

test('a run that waits for an operator to settle mails is told with patience: events may settle them', () => {
  const waits = aRun({ state: 'settling', reason: 'Mails with an unknown outcome: 1.' });
  const patience = (resendUnknown: boolean) => findAlerts([waits], hoursLater(1), { ...facts, resendUnknown })[0];
  expect(patience(false)).toMatchObject({ id: 'UNKNOWN_WAITS_2026-W48', patienceMinutes: 60 });
  // The rule that sends once more waits 6 hours.
  expect(patience(true)?.patienceMinutes).toBeGreaterThan(360);
  expect(ids([{ ...waits, reason: null }], hoursLater(1))).toEqual([]);
});

test.each([
  [0, ['CONTENT_LOW_2026-W48']],
  [2, ['CONTENT_LOW_2026-W48']],
  [3, []],
  [null, []],
])('with content for %s weeks after this one, %j is told', (contentWeeksLeft, expected) => {
  expect(ids([{ ...done, contentWeeksLeft }], hoursLater(2))).toEqual(expected);
});

test('the end of the API version is told 60 days before, and under the version', () => {
  const at = (iso: string) => ids([], new Date(iso), { misfireGraceHours: 0 });
  expect(at('2027-08-17T14:00:00Z')).toEqual([]);
  expect(at('2027-08-17T16:00:00Z')).toEqual(['SHOPIFY_API_VERSION_ENDING_2026-10']);
});
