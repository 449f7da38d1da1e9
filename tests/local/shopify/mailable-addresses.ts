// Who must get the weekly mail, told from the plain flags of the fixture.
import type { FixtureCustomer } from '../../../local/shopify/fixture-customer.ts';

/**
 * Lower-cased addresses of those who consented and still hold product 1001, one for each address however many share
 * it. Holds `refused@example.com`: it is to be tried, though SES refuses it.
 */
export function mailableAddresses(customers: readonly FixtureCustomer[]): string[] {
  const addresses = new Set<string>();
  for (const { email, consent, orders } of customers) {
    const holds = orders.some(
      (order) =>
        !order.test &&
        order.cancelledAt === null &&
        order.lines.some((line) => line.productNumber === 1001 && line.currentQuantity > 0),
    );
    if (email !== null && consent === 'SUBSCRIBED' && holds) addresses.add(email.toLowerCase());
  }
  return [...addresses];
}
