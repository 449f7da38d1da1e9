import { expect, test } from 'vitest';
import { shopifyScopes } from '../../../local/doctor/shopify-scopes.ts';
import { lookAt } from './look-at.ts';
import { shopifyPatient } from './shopify-patient.ts';

async function linesFor(scopes: string[]) {
  const patient = await shopifyPatient({}, { scopes });
  return lookAt(() => shopifyScopes(patient));
}

test.each([
  ['all scopes', ['read_customers', 'read_orders', 'read_products', 'read_all_orders']],
  [
    'a right to write, which holds that to read,',
    ['write_customers', 'read_orders', 'read_products', 'read_all_orders'],
  ],
])('%s is ok', async (_what, scopes) => {
  expect(await linesFor(scopes)).toEqual([expect.stringMatching(/^ok /)]);
});

test('orders of the last 60 days only are a warning', async () => {
  expect(await linesFor(['read_customers', 'read_orders', 'read_products'])).toEqual([
    expect.stringMatching(/^warning .*read_all_orders.*60 days/),
  ]);
});

test('missing scopes are to be fixed, each by name', async () => {
  expect(await linesFor(['read_products'])).toEqual([
    expect.stringMatching(/^fix this .*lacks read_customers, read_orders → .*Scopes/),
  ]);
});
