import { expect, test } from 'vitest';
import { signInProviders } from '../../../local/doctor/sign-in-providers.ts';
import { googlePatient } from './google-patient.ts';
import { lookAt } from './look-at.ts';

const config = 'identitytoolkit.googleapis.com/admin/v2/projects/my-shop/config';
const google = 'identitytoolkit.googleapis.com/admin/v2/projects/my-shop/defaultSupportedIdpConfigs/google.com';
const on = { enabled: true };

async function linesFor(signIn: object, provider: object | number = on) {
  const patient = await googlePatient({ [config]: { signIn }, [google]: provider });
  return lookAt(() => signInProviders(patient));
}

test.each([[{}], [{ email: {}, anonymous: {} }]])('Google alone is ok: %j', async (signIn) => {
  expect(await linesFor(signIn)).toEqual([expect.stringMatching(/^ok .*Google is on, passwords are off$/)]);
});

test('other ways in are a warning each', async () => {
  expect(await linesFor({ anonymous: on, phoneNumber: on })).toEqual([
    expect.stringMatching(/^warning .*phone/),
    expect.stringMatching(/^warning .*anonymous/),
  ]);
});

test('passwords, and Google switched off or never set up, are to be fixed', async () => {
  const password = /^fix this .*password is on.*my-shop\/authentication\/providers → Email\/Password/;
  expect(await linesFor({ email: { enabled: true, passwordRequired: true } })).toEqual([
    expect.stringMatching(password),
  ]);
  expect(await linesFor({}, {})).toEqual([expect.stringMatching(/^fix this .*Google is off/)]);
  expect(await linesFor({}, 404)).toEqual([expect.stringMatching(/^fix this .*Google is off/)]);
});

test('a project without Authentication is to be fixed', async () => {
  expect(await lookAt(async () => signInProviders(await googlePatient({})))).toEqual([
    expect.stringMatching(/^fix this .*Authentication is not set up.*Get started/),
  ]);
});

test.each([400, 403, 500])(
  'an API that answers HTTP %d, as it may without Identity Platform, is one warning',
  async (status) => {
    const lines = await linesFor({}, status);
    expect(lines).toEqual([expect.stringMatching(/^warning .*not looked at: identitytoolkit[^\n]*$/)]);
  },
);
