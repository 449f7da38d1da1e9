import { expect, test } from 'vitest';
import { sesSending } from '../../../local/doctor/ses-sending.ts';
import { lookAt } from './look-at.ts';
import { sesPatient } from './ses-patient.ts';

test('an account that may send to everybody is ok', async () => {
  const patient = await sesPatient();
  expect(await lookAt(() => sesSending(patient))).toEqual([expect.stringMatching(/^ok .*out of the sandbox/)]);
});

test('a key that may not ask whether sending is on is a warning that names the right', async () => {
  const patient = await sesPatient({ deniedActions: ['GetAccountSendingEnabled'] });
  expect(await lookAt(() => sesSending(patient))).toEqual([
    expect.stringMatching(/^warning .*not looked at.*ses:GetAccountSendingEnabled/),
  ]);
});

test('an account in the sandbox is to be fixed by asking for production access', async () => {
  const patient = await sesPatient();
  patient.account.setLimits({ maxSendRate: 1, max24HourSend: 200 });
  expect(await lookAt(() => sesSending(patient))).toEqual([
    expect.stringMatching(/^fix this .*sandbox.*region=us-east-1.*Request production access/),
  ]);
});

test('an account that AWS paused is to be fixed', async () => {
  const patient = await sesPatient();
  patient.account.setFaults({ pause: {} });
  expect(await lookAt(() => sesSending(patient))).toEqual([expect.stringMatching(/^fix this .*paused/)]);
});
