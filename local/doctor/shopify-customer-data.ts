// Check: Shopify lets the app see customers, their names and addresses (protected customer data).
import { AppError } from '../../functions/errors.ts';
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';

const mend =
  'https://dev.shopify.com/dashboard → Apps → your app → API access requests → Protected customer data access → Request access: Customers, and the fields Name and Email. An app made in the shop’s admin needs the Grow plan or a higher one.';

/** Without a buyer nothing can be seen yet: a warning. Shopify hides what is not granted by null, or refuses the query. */
export async function shopifyCustomerData({ shopify }: Pick<Patient, 'shopify'>): Promise<Finding> {
  try {
    const { totalCount, sample } = await shopify.buyers();
    if (sample.length === 0)
      return finding.warning(
        'nobody has bought yet, so it cannot be seen whether names and addresses are given',
        'Place a test order in the shop with an address of your own, then run this again.',
      );
    if (!sample.some(({ hasAddress }) => hasAddress))
      return finding.fixThis(`Shopify hides the addresses of all ${sample.length} buyers that were looked at`, mend);
    if (!sample.some(({ hasName }) => hasName))
      return finding.warning(`Shopify gives addresses but no name of ${sample.length} buyers`, mend);
    return finding.ok(`names and addresses of the ${totalCount} buyers can be read`);
  } catch (error) {
    const refused = error instanceof AppError && /GraphQL errors/.test(error.message);
    if (refused) return finding.fixThis('Shopify refuses to show customers to the app', mend);
    throw error;
  }
}
