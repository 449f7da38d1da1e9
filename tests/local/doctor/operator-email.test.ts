import { expect, test } from 'vitest';
import { AppError } from '../../../functions/errors.ts';
import { operatorEmail } from '../../../local/doctor/operator-email.ts';
import { testConfig } from '../../kit/test-config.ts';
import { lookAt } from './look-at.ts';

const linesFor = (config: Parameters<typeof operatorEmail>[0]['config']) =>
  lookAt(() => operatorEmail({ config, project: 'my-shop' }));

test('an operator with an address is ok, and the address is not told', async () => {
  const lines = await linesFor(testConfig({ operatorEmail: 'somebody@example.com' }));
  expect(lines).toEqual([expect.stringMatching(/^ok /)]);
  expect(lines.join()).not.toContain('somebody');
});

test('no address is a warning that leads to the parameter and to the alert policy', async () => {
  expect(await linesFor(testConfig({ operatorEmail: undefined }))).toEqual([
    expect.stringMatching(/^warning .*only the log says so → Write OPERATOR_EMAIL=… in \.env\.my-shop.*alert-policy/),
  ]);
});

test('an address that is none leads to the line of the parameters, where it is to be fixed', async () => {
  const config = Object.defineProperty(testConfig(), 'operatorEmail', {
    get: () => {
      throw new AppError('MISCONFIGURED', 'OPERATOR_EMAIL must be an e-mail address.');
    },
  });
  expect(await linesFor(config)).toEqual([
    expect.stringMatching(/^warning .*not looked at: OPERATOR_EMAIL.*“parameters”/),
  ]);
});
