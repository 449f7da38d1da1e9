import { expect, test } from 'vitest';
import { authorisedDomains } from '../../../local/doctor/authorised-domains.ts';
import { testConfig } from '../../kit/test-config.ts';
import { googlePatient } from './google-patient.ts';
import { lookAt } from './look-at.ts';

const config = 'identitytoolkit.googleapis.com/admin/v2/projects/my-shop/config';

async function lineFor(authorizedDomains: string[]) {
  const patient = await googlePatient({ [config]: { authorizedDomains } });
  const own = testConfig({ publicUrl: 'https://challenge.example.com' });
  const [line] = await lookAt(() => authorisedDomains({ ...patient, config: own }));
  return line;
}

test('the page’s domain among them is ok', async () => {
  expect(await lineFor(['my-shop.web.app', 'challenge.example.com'])).toMatch(/^ok /);
});

test('localhost among them is a warning', async () => {
  expect(await lineFor(['localhost', 'challenge.example.com'])).toMatch(/^warning .*localhost → Delete/);
});

test('the page’s domain missing is to be fixed', async () => {
  expect(await lineFor(['my-shop.web.app', 'localhost'])).toMatch(
    /^fix this .*authentication\/settings → Authorized domains → Add domain → challenge\.example\.com/,
  );
});
