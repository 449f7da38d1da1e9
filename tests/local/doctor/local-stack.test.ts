import { expect, test } from 'vitest';
import { localStack } from '../../../local/doctor/local-stack.ts';
import { testConfig } from '../../kit/test-config.ts';
import { lookAt } from './look-at.ts';
import { sesPatient } from './ses-patient.ts';

// Nobody listens on the port of "discard".
const nobody = 'http://127.0.0.1:9';

test('stand-ins that answer are ok', async () => {
  const { account } = await sesPatient();
  const config = testConfig({ sesEndpoint: account.url, shopifyOrigin: account.url });
  expect(await lookAt(() => localStack({ config }))).toEqual([expect.stringMatching(/^ok /)]);
});

test('one that does not is to be fixed by starting the stack or naming a project', async () => {
  const { account } = await sesPatient();
  const config = testConfig({ sesEndpoint: account.url, shopifyOrigin: nobody });
  expect(await lookAt(() => localStack({ config }))).toEqual([
    'fix this  it: nothing answers at 127.0.0.1:9 → Start the stack with npm start, or name a project: npm run doctor -- --project <id>.',
  ]);
});

test('an address outside this machine is none of the stack’s', async () => {
  const config = testConfig({ sesEndpoint: undefined, shopifyOrigin: 'https://shop.invalid' });
  expect(await lookAt(() => localStack({ config }))).toEqual([expect.stringMatching(/^ok /)]);
});
