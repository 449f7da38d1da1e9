import { expect, test } from 'vitest';
import { deployedValues } from '../../../local/doctor/deployed-values.ts';
import { localParams } from '../../../local/stack/local-params.ts';
import { fixedPorts } from '../../../local/stack/ports.ts';
import { lookAt } from './look-at.ts';

const fit = { PUBLIC_URL: 'https://challenge.example.com', MISFIRE_GRACE_HOURS: '36', EXPLORER: 'false' };

function linesFor(values: Record<string, string>, unseen: string[] = []) {
  const unseenSecrets = unseen.map((name) => ({ name, found: 'it is dark', mend: 'Switch it on.' }));
  const parameters = { values, unknownNames: [], cutNames: [], unseenSecrets, disabledSecrets: [] };
  return lookAt(() => deployedValues({ parameters, project: 'my-shop' }));
}

test('a project with values of its own is ok', async () => {
  expect(await linesFor(fit)).toEqual([expect.stringMatching(/^ok /)]);
});

test('the explorer and no lateness are a warning each', async () => {
  expect(await linesFor({ ...fit, EXPLORER: 'true', MISFIRE_GRACE_HOURS: '0' })).toEqual([
    expect.stringMatching(/^warning .*MISFIRE_GRACE_HOURS 0/),
    expect.stringMatching(/^warning .*EXPLORER true/),
  ]);
});

test('a secret that could not be read is a warning each, and never ok', async () => {
  expect(await linesFor({ ...fit, LINK_KEYS: '' }, ['LINK_KEYS'])).toEqual([
    'warning   it: LINK_KEYS is unseen: it may be the value of the local stack, which everybody knows. → Switch it on.',
  ]);
});

test('addresses of this machine and keys that everybody knows are to be fixed', async () => {
  const local = localParams(fixedPorts, {});
  const lines = await linesFor({ ...local.params, ...local.secrets, MISFIRE_GRACE_HOURS: '36', EXPLORER: 'false' });
  expect(lines.map((line) => line.slice(0, line.indexOf(' ', 14)))).toEqual(
    ['PUBLIC_URL', 'SHOPIFY_ORIGIN', 'AWS_ENDPOINT_URL_SES', 'AWS_ENDPOINT_URL_SNS', ...Object.keys(local.secrets)].map(
      (name) => `fix this  it: ${name}`,
    ),
  );
  for (const secret of Object.values(local.secrets)) expect(lines.join()).not.toContain(secret);
});
