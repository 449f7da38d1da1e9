// Check: the account's price plan has nothing that a weekly mail does not use.
import { weeksPerMonth } from '../estimate/load.ts';
import { type Finding, finding } from './finding.ts';
import { learnerCount } from './learner-count.ts';
import type { Patient } from './patient.ts';
import { sesConsole } from './ses-console.ts';
import { sesPrices } from './ses-prices.ts';

/** A dearer plan than Essentials is a warning, as is one that SES does not tell: it costs money, and stops no mail. */
export async function sesPricePlan(
  patient: Pick<Patient, 'config' | 'learners' | 'ses' | 'shopify'>,
): Promise<Finding> {
  const { plan, nextPlan } = await patient.ses.account();
  const mend = sesConsole(patient.config, 'Account dashboard → Pricing plan → Essentials, or none.');
  if (plan === undefined) return finding.warning('SES does not tell the price plan', mend);
  const learners = await learnerCount(patient);
  const dollars = (each: typeof plan) =>
    Math.round(sesPrices[each].month + (learners * weeksPerMonth * sesPrices[each].perThousand) / 1000);
  const cost = `about $${dollars(plan)} a month for ${learners.toLocaleString('en')} learners`;
  const next = nextPlan === undefined || nextPlan === plan ? '' : `, from next month ${sesPrices[nextPlan].name}`;
  const found = `the price plan is ${sesPrices[plan].name}${next}: ${cost}`;
  const more = dollars(nextPlan ?? plan) - dollars('ESSENTIALS');
  if (more <= 0) return finding.ok(found);
  return finding.warning(`${found}; Essentials is $${more} less, and has all that is used here`, mend);
}
