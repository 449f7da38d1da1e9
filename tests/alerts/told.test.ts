import { describe, expect, test } from 'vitest';
import type { Alert } from '../../functions/alerts/alert.ts';
import { type Told, whatToTell } from '../../functions/alerts/told.ts';

const alert: Alert = {
  id: 'RUN_PAUSED_2026-W48',
  code: 'RUN_PAUSED',
  week: '2026-W48',
  text: 'It paused itself.',
  patienceMinutes: 0,
};
const seenAt = new Date('2026-11-23T09:00:00Z');
const minutesLater = (minutes: number) => new Date(seenAt.getTime() + minutes * 60_000);
const told = (over: Partial<Told>): Told => ({
  code: 'RUN_PAUSED',
  week: '2026-W48',
  text: alert.text,
  seenAt,
  claimedAt: seenAt,
  loggedAt: seenAt,
  mail: 'SENT',
  expiresAt: minutesLater(1_000_000),
  ...over,
});

test('what is new is told at once, unless it has patience', () => {
  expect(whatToTell(null, alert, seenAt)).toEqual({ log: true });
  expect(whatToTell(null, { ...alert, patienceMinutes: 60 }, seenAt)).toBeNull();
});

test('what still holds when its patience ends is told', () => {
  const waiting = told({ claimedAt: null, loggedAt: null, mail: 'NONE' });
  const patient = { ...alert, patienceMinutes: 60 };
  expect(whatToTell(waiting, patient, minutesLater(59))).toBeNull();
  expect(whatToTell(waiting, patient, minutesLater(60))).toEqual({ log: true });
});

test('what an instance claimed and did not tell is told by a later one, not by one at the same time', () => {
  const claimed = told({ loggedAt: null, mail: 'NONE' });
  expect(whatToTell(claimed, alert, minutesLater(1))).toBeNull();
  expect(whatToTell(claimed, alert, minutesLater(15))).toEqual({ log: true });
});

test('a mail that surely did not leave is tried for a day, without another line in the log', () => {
  expect(whatToTell(told({ mail: 'UNSENT' }), alert, minutesLater(15))).toEqual({ log: false });
  expect(whatToTell(told({ mail: 'UNSENT', claimedAt: minutesLater(1430) }), alert, minutesLater(1439))).toBeNull();
  expect(whatToTell(told({ mail: 'UNSENT' }), alert, minutesLater(1439))).toEqual({ log: false });
  expect(whatToTell(told({ mail: 'UNSENT' }), alert, minutesLater(1440))).toBeNull();
});

describe.each(['NONE', 'IN_FLIGHT', 'SENT', 'REFUSED', 'UNKNOWN'] as const)('a mail that is %s', (mail) => {
  test('is never tried again', () => {
    for (const minutes of [1, 15, 600, 10_000])
      expect(whatToTell(told({ mail }), alert, minutesLater(minutes))).toBeNull();
  });
});
