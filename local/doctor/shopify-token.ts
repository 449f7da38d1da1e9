// Check: Shopify gives and takes an access token.
import { AppError } from '../../functions/errors.ts';
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';

const dashboard = 'https://dev.shopify.com/dashboard';

/** A shop that does not answer now is a warning. */
export async function shopifyToken({ config, shopify }: Pick<Patient, 'config' | 'shopify'>): Promise<Finding> {
  try {
    const { shop } = await shopify.installation();
    return finding.ok(`the token opens the shop ${JSON.stringify(shop.name)}`);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'SHOPIFY_FAILED')) throw error;
    if (error.retryable) return finding.warning(error.message, 'Run this again in some minutes: www.shopifystatus.com');
    // The token did open the shop, and the line of the API version says what is wrong.
    if (/API version/.test(error.message)) return finding.ok('the token opens the shop');
    return finding.fixThis(error.message, whereToClick(config.shopifyClientId));
  }
}

function whereToClick(clientId: string | undefined): string {
  if (clientId === undefined)
    return 'Shopify admin → Settings → Apps and sales channels → Develop apps → your app → API credentials: put its Admin API access token into SHOPIFY_CLIENT_SECRET.';
  return `${dashboard} → Apps → your app → Settings: put the client id into SHOPIFY_CLIENT_ID and the secret into SHOPIFY_CLIENT_SECRET; Home → Install app puts it into the shop.`;
}
