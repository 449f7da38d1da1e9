import { expect, test } from 'vitest';
import { AppError } from '../../../functions/errors.ts';
import { examine } from '../../../local/doctor/examine.ts';
import { finding } from '../../../local/doctor/finding.ts';
import { Unseen } from '../../../local/project/unseen.ts';

const failing = (error: Error) => async () => {
  throw error;
};

test('one finding and several come through as they are', async () => {
  const ok = finding.ok('fine');
  expect(await examine(async () => ok)).toEqual([ok]);
  expect(await examine(async () => [ok, ok])).toEqual([ok, ok]);
});

test('a check that never ends is a warning when its time is over', async () => {
  expect(await examine(() => new Promise(() => undefined), { timeoutSeconds: 0.01 })).toEqual([
    expect.objectContaining({ answer: 'warning', found: 'not looked at: no answer within 0.01 s' }),
  ]);
});

test('a check that has ended leaves no timer behind that would keep the command waiting', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  await examine(async () => finding.ok('fine'), { timeoutSeconds: 600 });
  expect(timers()).toBe(before);
});

test('what could not be seen is a warning with what lets it be seen', async () => {
  expect(await examine(failing(new Unseen('no light', 'Switch it on.')))).toEqual([
    finding.warning('not looked at: no light', 'Switch it on.'),
  ]);
});

test.each([
  ['MISCONFIGURED', 'parameters'],
  ['SHOPIFY_FAILED', 'Shopify token'],
] as const)('%s in another check leads to the line “%s”', async (code, line) => {
  expect(await examine(failing(new AppError(code, 'why')))).toEqual([
    finding.warning('not looked at: why', `Do what the line “${line}” says first.`),
  ]);
});

test('a secret that could not be read is named as that, and not as one that is not as it must be', async () => {
  const unseenSecrets = [{ name: 'SHOPIFY_CLIENT_SECRET', found: 'it is dark', mend: 'Switch it on.' }];
  const ofSecret = new AppError('MISCONFIGURED', 'SHOPIFY_CLIENT_SECRET must be a secret without white space.');
  expect(await examine(failing(ofSecret), { unseenSecrets })).toEqual([
    finding.warning('not looked at: SHOPIFY_CLIENT_SECRET could not be read: it is dark', 'Switch it on.'),
  ]);
  const ofOther = new AppError('MISCONFIGURED', 'SHOPIFY_SHOP must be a domain.');
  expect(await examine(failing(ofOther), { unseenSecrets })).toEqual([
    finding.warning('not looked at: SHOPIFY_SHOP must be a domain.', 'Do what the line “parameters” says first.'),
  ]);
});

test('a fault of the check itself is not hidden', async () => {
  await expect(examine(failing(new TypeError('a fault')))).rejects.toThrow('a fault');
});
