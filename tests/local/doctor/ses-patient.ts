// What the SES checks look at: the stand-in, with an account that a test spoils.
import { afterEach } from 'vitest';
import type { Config } from '../../../functions/config.ts';
import { type SesReadings, sesReadings } from '../../../local/doctor/ses-readings.ts';
import type { Settings } from '../../../local/ses/account-settings.ts';
import { type Ses, startSes } from '../../../local/ses/start-ses.ts';
import { fakeClock } from '../../kit/fake-clock.ts';
import { testConfig } from '../../kit/test-config.ts';

let running: Ses | undefined;

afterEach(async () => {
  await running?.close();
  running = undefined;
});

export type SesPatient = { config: Config; ses: SesReadings; account: Ses; project: undefined };

/** The sender is an address of mail.example.com; all is well with it until settings say otherwise. */
export async function sesPatient(settings: Partial<Settings> = {}, config: Partial<Config> = {}): Promise<SesPatient> {
  running = await startSes({ port: 0 });
  running.changeSettings(settings);
  const whole = testConfig({ mailFrom: 'challenge@mail.example.com', sesEndpoint: running.url, ...config });
  return {
    config: whole,
    ses: sesReadings(whole, fakeClock('2026-11-23T08:00:00Z')),
    account: running,
    project: undefined,
  };
}
