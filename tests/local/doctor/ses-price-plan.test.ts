import { expect, test } from 'vitest';
import { sesPricePlan } from '../../../local/doctor/ses-price-plan.ts';
import { sesPrices } from '../../../local/doctor/ses-prices.ts';
import prices from '../../../local/estimate/prices.json' with { type: 'json' };
import type { Settings } from '../../../local/ses/account-settings.ts';
import { lookAt } from './look-at.ts';
import { sesPatient } from './ses-patient.ts';
import { shopifyPatient } from './shopify-patient.ts';

/** The lines for 100,000 learners, 434,812 mails a month. */
async function linesFor(settings: Partial<Settings>) {
  const { shopify } = await shopifyPatient();
  const patient = { ...(await sesPatient(settings)), learners: 100_000, shopify };
  return lookAt(() => sesPricePlan(patient));
}

test.each([
  ['ESSENTIALS', 'Essentials', 70],
  ['NONE', 'none \\(à la carte\\)', 43],
] as const)('the plan %s is ok, with what it costs', async (pricingPlan, name, dollars) => {
  expect(await linesFor({ pricingPlan })).toEqual([
    expect.stringMatching(`^ok .*plan is ${name}: about \\$${dollars} a month for 100,000 learners$`),
  ]);
});

test.each([
  ['PRO', 201, 131],
  ['ENTERPRISE', 600, 530],
] as const)('the plan %s is a warning, with what it costs more', async (pricingPlan, dollars, more) => {
  expect(await linesFor({ pricingPlan })).toEqual([
    expect.stringMatching(`^warning .*about \\$${dollars} a month .*Essentials is \\$${more} less.*Pricing plan`),
  ]);
});

test.each([undefined, 'A_PLAN_TO_COME'])('the plan %j is a warning that says where it stands', async (pricingPlan) => {
  expect(await linesFor({ pricingPlan })).toEqual([
    expect.stringMatching(/^warning .*does not tell the price plan → .*Account dashboard/),
  ]);
});

test('a key that may not ask is a warning that names the right', async () => {
  expect(await linesFor({ deniedActions: ['GetAccount'] })).toEqual([
    expect.stringMatching(/^warning .*not looked at: .*may not call ses:GetAccount/),
  ]);
});

test('Essentials costs what the estimate says', () => {
  const { dollars, per } = prices.prices.mails;
  expect(sesPrices.ESSENTIALS.perThousand).toBe((dollars / per) * 1000);
});
