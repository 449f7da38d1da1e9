// Check: the app may read what the weekly walk reads.
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';

/** Without these the walk fails. */
const needed = ['read_customers', 'read_orders', 'read_products'];

const mend =
  'https://dev.shopify.com/dashboard → Apps → your app → Versions → Create version → Access → Scopes: add it, Release, then open the app in the shop’s admin and accept.';

/** Missing `read_all_orders` is a warning: orders older than 60 days are then seen only by the segment. */
export async function shopifyScopes({ shopify }: Pick<Patient, 'shopify'>): Promise<Finding> {
  const { appInstallation } = await shopify.installation();
  const granted = new Set(appInstallation?.accessScopes.map(({ handle }) => handle));
  const missing = needed.filter((scope) => !granted.has(scope) && !granted.has(scope.replace('read_', 'write_')));
  if (missing.length > 0) return finding.fixThis(`the app lacks ${missing.join(', ')}`, mend);
  if (!granted.has('read_all_orders'))
    return finding.warning(
      'the app lacks read_all_orders: whoever is missing in a walk and bought more than 60 days ago counts as not having bought',
      'https://dev.shopify.com/dashboard → Apps → your app → API access requests → Read all orders: Request access, then add the scope in a new version.',
    );
  return finding.ok(`the app has ${[...needed, 'read_all_orders'].join(', ')}`);
}
