import { expect, test } from 'vitest';
import { AppError } from '../../../functions/errors.ts';
import { timeZone } from '../../../local/doctor/time-zone.ts';
import { lookAt } from './look-at.ts';
import { shopifyPatient } from './shopify-patient.ts';

test('the shop’s own time zone is ok', async () => {
  const patient = await shopifyPatient({ timeZone: 'Europe/Berlin' });
  expect(await lookAt(() => timeZone(patient))).toEqual([expect.stringMatching(/^ok .*as in the shop$/)]);
});

test('another time zone than the shop’s is a warning', async () => {
  const patient = await shopifyPatient({ timeZone: 'Asia/Kolkata' });
  expect(await lookAt(() => timeZone(patient))).toEqual([
    expect.stringMatching(
      /^warning .*Asia\/Kolkata; the shop itself is in Europe\/Berlin → Set SHOP_TIME_ZONE in the environment of npm start/,
    ),
  ]);
});

test('a time zone that does not exist is to be fixed', async () => {
  const patient = await shopifyPatient();
  const config = Object.defineProperty({ ...patient.config }, 'timeZone', {
    get: () => {
      throw new AppError('MISCONFIGURED', 'SHOP_TIME_ZONE must be an IANA time zone such as Europe/Berlin.');
    },
  });
  expect(await lookAt(() => timeZone({ ...patient, config }))).toEqual([
    expect.stringMatching(/^fix this .*no time zone of that name/),
  ]);
});
