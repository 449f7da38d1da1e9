import { expect, test } from 'vitest';
import { weeklySchedule } from '../../../local/doctor/weekly-schedule.ts';
import { testConfig } from '../../kit/test-config.ts';
import { googlePatient } from './google-patient.ts';
import { lookAt } from './look-at.ts';

const locations = 'cloudscheduler.googleapis.com/v1/projects/my-shop/locations';
const jobs = `${locations}/us-central1/jobs`;
const other = {
  name: 'projects/my-shop/locations/us-central1/jobs/firebase-schedule-sweep-us-central1',
  state: 'ENABLED',
};
const job = {
  name: 'projects/my-shop/locations/us-central1/jobs/firebase-schedule-weeklyRun-us-central1',
  schedule: '0 9 * * 1',
  timeZone: 'Europe/Berlin',
  state: 'ENABLED',
};

async function lineFor(changed: object | undefined) {
  const list = changed === undefined ? [other] : [other, { ...job, ...changed }];
  const patient = await googlePatient({
    [locations]: { locations: [{ locationId: 'us-central1' }] },
    [jobs]: { jobs: list },
  });
  const [line] = await lookAt(() => weeklySchedule({ ...patient, config: testConfig({ timeZone: 'Europe/Berlin' }) }));
  return line;
}

test('Monday at 09:00 in the shop’s zone is ok', async () => {
  expect(await lineFor({})).toMatch(/^ok .*“0 9 \* \* 1” in Europe\/Berlin$/);
});

test('a schedule that somebody paused is a warning', async () => {
  expect(await lineFor({ state: 'PAUSED' })).toMatch(/^warning .*paused.*cloudscheduler\?project=my-shop/);
});

test.each([
  ['another time zone', { timeZone: 'Etc/UTC' }, /in Etc\/UTC, and should be “0 9 \* \* 1” in Europe\/Berlin/],
  ['another hour', { schedule: '0 8 * * 1' }, /“0 8 \* \* 1”/],
  ['no schedule', undefined, /no Monday will come/],
])('%s is to be fixed', async (_what, changed, told) => {
  const line = await lineFor(changed);
  expect(line).toMatch(/^fix this .*npm run deploy -- --project my-shop$/);
  expect(line).toMatch(told);
});
