import { expect, test } from 'vitest';
import type { Config } from '../../../functions/config.ts';
import { AppError } from '../../../functions/errors.ts';
import { sesReadings } from '../../../local/doctor/ses-readings.ts';
import { fakeClock } from '../../kit/fake-clock.ts';
import { testConfig } from '../../kit/test-config.ts';

/** Milliseconds waited for before three calls, none of which is answered. */
async function waitsOf(config: Partial<Config>): Promise<number[]> {
  const waits: number[] = [];
  const clock = fakeClock('2026-11-23T08:00:00Z');
  const sleep = (milliseconds: number) => {
    waits.push(milliseconds);
    return clock.sleep(milliseconds);
  };
  const ses = sesReadings(testConfig(config), { ...clock, sleep });
  await Promise.allSettled([ses.sendingEnabled(), ses.identities(), ses.account()]);
  return waits;
}

test('calls of SES begin a second apart', async () => {
  // Nobody listens on the port of "discard", at an address of this machine that is not taken for a stand-in's.
  expect(await waitsOf({ sesEndpoint: 'http://[::1]:9' })).toEqual([1000, 1000]);
});

test('calls of a stand-in wait for nothing', async () => {
  expect(await waitsOf({ sesEndpoint: 'http://127.0.0.1:9' })).toEqual([]);
});

test('where the configuration has no key, that is what each reading says, and not that SES answered', async () => {
  const misconfigured = new AppError('MISCONFIGURED', 'SES_SECRET_ACCESS_KEY must be an AWS secret.');
  const config = Object.defineProperty(testConfig(), 'sesSecretAccessKey', {
    get: () => {
      throw misconfigured;
    },
  });
  const ses = sesReadings(config, fakeClock('2026-11-23T08:00:00Z'));
  for (const reading of [ses.quota, ses.sendingEnabled, ses.dkim, ses.account, () => ses.eventDestinations('weekly')])
    await expect(reading()).rejects.toBe(misconfigured);
});
