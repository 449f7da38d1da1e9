import { expect, test } from 'vitest';
import { shopifyToken } from '../../../local/doctor/shopify-token.ts';
import { lookAt } from './look-at.ts';
import { shopifyPatient } from './shopify-patient.ts';

test('a token that opens the shop is ok', async () => {
  const patient = await shopifyPatient();
  expect(await lookAt(() => shopifyToken(patient))).toEqual([expect.stringMatching(/^ok .*"Stepladder \(local\)"$/)]);
});

test('a shop that fails again and again is a warning, after as many tries as the walk makes', async () => {
  const patient = await shopifyPatient();
  patient.shop.setFaults({ status502: {} });
  expect(await lookAt(() => shopifyToken(patient))).toEqual([expect.stringMatching(/^warning .*HTTP 502/)]);
  expect(patient.shop.requests.filter(({ status }) => status === 502)).toHaveLength(6);
});

test('a client’s secret that Shopify does not take is to be fixed, and is not told', async () => {
  const patient = await shopifyPatient({ shopifyClientSecret: 'old-secret' });
  const lines = await lookAt(() => shopifyToken(patient));
  expect(lines).toEqual([
    expect.stringMatching(/^fix this .*invalid_client.*dev\.shopify\.com.*SHOPIFY_CLIENT_SECRET/),
  ]);
  expect(lines.join()).not.toContain('old-secret');
});

test('an older token that Shopify does not take is to be fixed in the shop’s admin', async () => {
  const patient = await shopifyPatient({ shopifyClientId: undefined, shopifyClientSecret: 'no-token' });
  expect(await lookAt(() => shopifyToken(patient))).toEqual([
    expect.stringMatching(/^fix this .*Develop apps → your app → API credentials/),
  ]);
});
