// What the price plans of SES cost.
import type { PricingPlan } from '@aws-sdk/client-sesv2';

/**
 * Dollars a month, and for each 1,000 mails of the first 10,000,000 a month. AWS price list of 2026-07-22, us-east-1, as the
 * public digest api-evangelist/amazon-ses records it; Essentials is that of local/estimate/prices.json.
 */
export const sesPrices: Record<PricingPlan, { name: string; month: number; perThousand: number }> = {
  NONE: { name: 'none (à la carte)', month: 0, perThousand: 0.1 },
  ESSENTIALS: { name: 'Essentials', month: 0, perThousand: 0.16 },
  PRO: { name: 'Pro', month: 105, perThousand: 0.22 },
  ENTERPRISE: { name: 'Enterprise', month: 500, perThousand: 0.23 },
};
