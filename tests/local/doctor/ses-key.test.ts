import { expect, test } from 'vitest';
import { sesKey } from '../../../local/doctor/ses-key.ts';
import { lookAt } from './look-at.ts';
import { sesPatient } from './ses-patient.ts';

test('a key that SES takes is ok', async () => {
  const patient = await sesPatient();
  expect(await lookAt(() => sesKey(patient))).toEqual([expect.stringMatching(/^ok .*SES takes the key in us-east-1$/)]);
});

test('an SES that does not answer is a warning', async () => {
  const patient = await sesPatient();
  await patient.account.close();
  expect(await lookAt(() => sesKey(patient))).toEqual([expect.stringMatching(/^warning .*SES_REGION/)]);
});

test('a key that SES refuses is to be fixed, and no part of it is told', async () => {
  const patient = await sesPatient({ refusesKey: true }, { sesAccessKeyId: 'AKIATHEKEY', sesSecretAccessKey: 'hush' });
  const lines = await lookAt(() => sesKey(patient));
  expect(lines).toEqual([expect.stringMatching(/^fix this .*InvalidClientTokenId.*SES_SECRET_ACCESS_KEY/)]);
  expect(lines.join()).not.toMatch(/AKIATHEKEY|hush/);
});

test('a key that may not read the quota is to be fixed', async () => {
  const patient = await sesPatient({ deniedActions: ['GetSendQuota'] });
  expect(await lookAt(() => sesKey(patient))).toEqual([expect.stringMatching(/^fix this .*ses:GetSendQuota/)]);
});
