import { expect, test } from 'vitest';
import { shopifyProducts } from '../../../local/doctor/shopify-products.ts';
import { shopifyReadings } from '../../../local/doctor/shopify-readings.ts';
import { fakeClock } from '../../kit/fake-clock.ts';
import { scriptedServer } from '../../kit/scripted-server.ts';
import { testConfig } from '../../kit/test-config.ts';
import { lookAt } from './look-at.ts';
import { shopifyPatient } from './shopify-patient.ts';

test('a product that is sold is ok', async () => {
  const patient = await shopifyPatient();
  expect(await lookAt(() => shopifyProducts(patient))).toEqual([
    expect.stringMatching(/^ok .*product 1001 is "Stepladder: the weekly challenge"$/),
  ]);
});

test('a product that is archived is a warning', async () => {
  const server = await scriptedServer({
    headers: { 'X-Shopify-API-Version': '2026-10' },
    body: { data: { nodes: [{ title: 'A course', status: 'ARCHIVED' }] } },
  });
  const config = testConfig({ shopifyOrigin: server.url, shopifyClientId: undefined, shopifyClientSecret: 'shpat_a' });
  const shopify = shopifyReadings(config, fakeClock('2026-11-22T09:00:00Z'));
  try {
    expect(await lookAt(() => shopifyProducts({ config, shopify, project: undefined }))).toEqual([
      expect.stringMatching(/^warning .*archived.*admin\.shopify\.com\/store\/example\/products\/7001/),
    ]);
  } finally {
    await server.close();
  }
});

test('a number that is no product’s is to be fixed, and the others are looked at all the same', async () => {
  const patient = await shopifyPatient({ shopifyProductIds: ['40001', '1002'] });
  expect(await lookAt(() => shopifyProducts(patient))).toEqual([
    expect.stringMatching(/^fix this .*no product 40001.*variant.*\/products\/.*SHOPIFY_PRODUCT_IDS/),
    expect.stringMatching(/^ok .*product 1002/),
  ]);
});
