import { expect, test } from 'vitest';
import { shopifyApiVersion } from '../../../local/doctor/shopify-api-version.ts';
import { lookAt } from './look-at.ts';
import { shopifyPatient } from './shopify-patient.ts';

test('a version with more than 90 days to go is ok, with its last day', async () => {
  const patient = await shopifyPatient();
  expect(await lookAt(() => shopifyApiVersion(patient))).toEqual([expect.stringMatching(/^ok .*until 2027-10-16$/)]);
});

test.each([
  ['2027-07-18T15:00:01Z', /^warning .*until 2027-10-16, 89 days from now/],
  ['2027-07-18T14:59:59Z', /^ok /],
])('at %s the answer is as the 90 days say', async (now, line) => {
  const patient = await shopifyPatient();
  patient.clock.set(now);
  expect(await lookAt(() => shopifyApiVersion(patient))).toEqual([expect.stringMatching(line)]);
});

test('a version that Shopify answers with another one is to be fixed', async () => {
  const patient = await shopifyPatient();
  patient.shop.setFaults({ wrongVersion: { version: '2027-10' } });
  expect(await lookAt(() => shopifyApiVersion(patient))).toEqual([
    expect.stringMatching(/^fix this .*2027-10 instead of 2026-10.*read-answer\.ts/),
  ]);
});
