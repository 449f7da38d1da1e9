// Check: Shopify still has the version of the Admin API that everything was made for.
import { AppError } from '../../functions/errors.ts';
import { apiVersionEnd } from '../../functions/shopify/api-version-end.ts';
import { apiVersion } from '../../functions/shopify/read-answer.ts';
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';

const mend =
  'Update Stepladder to a release made for a later version: apiVersion in functions/shopify/read-answer.ts, with the schema beside it.';

/** A new version takes a look at what changed: a season's notice. */
const noticeDays = 90;

export async function shopifyApiVersion({ clock, shopify }: Pick<Patient, 'clock' | 'shopify'>): Promise<Finding> {
  try {
    const { publicApiVersions } = await shopify.installation();
    const ours = publicApiVersions.find(({ handle }) => handle === apiVersion);
    if (!ours?.supported) return finding.fixThis(`Shopify no longer supports ${apiVersion}`, mend);
  } catch (error) {
    if (!(error instanceof AppError && /API version/.test(error.message))) throw error;
    return finding.fixThis(error.message, mend);
  }
  const end = apiVersionEnd(apiVersion);
  const days = Math.floor((end.getTime() - clock.now().getTime()) / 86_400_000);
  const until = `Shopify answers ${apiVersion} until ${end.toISOString().slice(0, 10)}`;
  return days < noticeDays ? finding.warning(`${until}, ${days} days from now`, mend) : finding.ok(until);
}
