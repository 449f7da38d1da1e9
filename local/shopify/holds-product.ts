// Whether a customer bought a product and still holds it.
import type { FixtureCustomer, FixtureOrder } from './fixture-customer.ts';

/**
 * True where an order that is paid (or refunded in part), no test and not cancelled still has a piece of the product.
 * How Shopify's own segments treat refunds is not documented; the stand-in lets them agree with the orders.
 */
export function holdsProduct(customer: FixtureCustomer, productNumber: number): boolean {
  return customer.orders.some((order) => stands(order) && pieces(order, productNumber) > 0);
}

function stands(order: FixtureOrder): boolean {
  const paid = order.financialStatus === 'PAID' || order.financialStatus === 'PARTIALLY_REFUNDED';
  return paid && !order.test && order.cancelledAt === null;
}

function pieces(order: FixtureOrder, productNumber: number): number {
  const lines = order.lines.filter((line) => line.productNumber === productNumber);
  return lines.reduce((sum, line) => sum + line.currentQuantity, 0);
}
