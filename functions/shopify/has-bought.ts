// Rule: whether orders still hold a product that entitles.
import { z } from 'zod';

/** An order as CustomerPurchases gives it; ids are Shopify's global ones. */
export const shopOrderSchema = z.object({
  test: z.boolean(),
  cancelledAt: z.string().nullable(),
  displayFinancialStatus: z
    .enum(['AUTHORIZED', 'EXPIRED', 'PAID', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED', 'PENDING', 'REFUNDED', 'VOIDED'])
    .nullable(),
  lineItems: z.object({
    /** `currentQuantity` is without what was refunded or removed. A deleted product is null. */
    nodes: z.array(z.object({ currentQuantity: z.int(), product: z.object({ id: z.string() }).nullable() })),
    pageInfo: z.object({ hasNextPage: z.boolean() }),
  }),
});

export type ShopOrder = z.output<typeof shopOrderSchema>;

/**
 * Whether an order that is real, stands and is paid at least in part holds one of the products, given by number. An order
 * with more lines than were read (50) counts as holding one: nothing is taken away for what nobody looked at.
 */
export function hasBought(orders: ShopOrder[], productNumbers: readonly string[]): boolean {
  const productIds = new Set(productNumbers.map((number) => `gid://shopify/Product/${number}`));
  return orders.filter(counts).some(({ lineItems }) => {
    const lines = lineItems.nodes.filter(({ product }) => product !== null && productIds.has(product.id));
    const quantity = lines.reduce((sum, { currentQuantity }) => sum + currentQuantity, 0);
    return quantity > 0 || lineItems.pageInfo.hasNextPage;
  });
}

function counts({ test, cancelledAt, displayFinancialStatus: status }: ShopOrder): boolean {
  const isPaid = status === 'PAID' || status === 'PARTIALLY_PAID' || status === 'PARTIALLY_REFUNDED';
  return !test && cancelledAt === null && isPaid;
}
