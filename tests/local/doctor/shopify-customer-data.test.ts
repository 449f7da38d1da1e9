import { expect, test } from 'vitest';
import { shopifyCustomerData } from '../../../local/doctor/shopify-customer-data.ts';
import { shopifyReadings } from '../../../local/doctor/shopify-readings.ts';
import { fixtureCustomers } from '../../../local/shopify/fixture-customers.ts';
import { fakeClock } from '../../kit/fake-clock.ts';
import { scriptedServer } from '../../kit/scripted-server.ts';
import { testConfig } from '../../kit/test-config.ts';
import { lookAt } from './look-at.ts';
import { shopifyPatient } from './shopify-patient.ts';

test('readable buyers are ok, and none of them is named', async () => {
  const patient = await shopifyPatient();
  const lines = await lookAt(() => shopifyCustomerData(patient));
  expect(lines).toEqual([expect.stringMatching(/^ok .*of the \d+ buyers can be read$/)]);
  for (const { email } of patient.shop.customers) expect(lines.join()).not.toContain(email ?? '@');
});

test('a shop in which nobody bought yet is a warning', async () => {
  const patient = await shopifyPatient({}, { customers: [] });
  expect(await lookAt(() => shopifyCustomerData(patient))).toEqual([
    expect.stringMatching(/^warning .*nobody has bought yet.*test order/),
  ]);
});

test('hidden addresses are to be fixed', async () => {
  const customers = fixtureCustomers().map((customer) => ({ ...customer, email: null }));
  const patient = await shopifyPatient({}, { customers });
  expect(await lookAt(() => shopifyCustomerData(patient))).toEqual([
    expect.stringMatching(/^fix this .*hides the addresses.*Protected customer data access/),
  ]);
});

test('customers that Shopify refuses to show are to be fixed', async () => {
  const message = 'This app is not approved to access the Customer object.';
  const server = await scriptedServer({
    headers: { 'X-Shopify-API-Version': '2026-10' },
    body: { data: null, errors: [{ message, extensions: { code: 'ACCESS_DENIED' } }] },
  });
  const config = testConfig({ shopifyOrigin: server.url, shopifyClientId: undefined, shopifyClientSecret: 'shpat_a' });
  const shopify = shopifyReadings(config, fakeClock('2026-11-22T09:00:00Z'));
  try {
    expect(await lookAt(() => shopifyCustomerData({ shopify }))).toEqual([
      expect.stringMatching(/^fix this .*refuses to show customers.*Protected customer data access/),
    ]);
  } finally {
    await server.close();
  }
});
