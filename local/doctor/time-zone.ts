// Check: weeks begin when the shop's do.
import { AppError } from '../../functions/errors.ts';
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';
import { whereToSet } from './where-to-set.ts';

/** Another zone than the shop's may be meant: a warning. */
export async function timeZone(patient: Pick<Patient, 'config' | 'project' | 'shopify'>): Promise<Finding> {
  const where = whereToSet('SHOP_TIME_ZONE', patient.project);
  let zone: string;
  try {
    zone = patient.config.timeZone;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return finding.fixThis('no time zone of that name exists, so no schedule can run', where);
  }
  const { shop } = await patient.shopify.installation();
  if (isSame(zone, shop.ianaTimezone)) return finding.ok(`Monday 09:00 is that of ${zone}, as in the shop`);
  return finding.warning(`Monday 09:00 is that of ${zone}; the shop itself is in ${shop.ianaTimezone}`, where);
}

/** Names of one zone, such as Asia/Calcutta and Asia/Kolkata, resolve to one. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((timeZone) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone);
  return a === b;
}
