// An order as the API shows it.
import type { FixtureCustomer, FixtureLine, FixtureOrder } from './fixture-customer.ts';
import type { ShopState } from './open-shop.ts';
import { type PageArguments, pageRows } from './page-rows.ts';
import { productNode } from './product-node.ts';

/** Resolves `Order`; `customer` is made on demand, because it leads back to its orders. */
export function orderNode(shop: ShopState, order: FixtureOrder, customer: () => object, owner: FixtureCustomer) {
  return {
    __typename: 'Order',
    id: `gid://shopify/Order/${order.number}`,
    legacyResourceId: String(order.number),
    name: `#${order.number}`,
    test: order.test,
    createdAt: order.processedAt,
    processedAt: order.processedAt,
    updatedAt: order.cancelledAt ?? order.processedAt,
    cancelledAt: order.cancelledAt,
    displayFinancialStatus: order.financialStatus,
    customerAcceptsMarketing: owner.consent === 'SUBSCRIBED',
    customer,
    lineItems: (page: PageArguments) =>
      pageRows(
        order.lines.map((line) => lineNode(shop, line)),
        page,
        { firstMax: 250, number: (line) => line.number },
      ),
  };
}

function lineNode(shop: ShopState, line: FixtureLine) {
  const product = line.productNumber === null ? null : productNode(shop, line.productNumber);
  return {
    __typename: 'LineItem',
    number: line.number,
    id: `gid://shopify/LineItem/${line.number}`,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    title: product?.title ?? 'Deleted product',
    name: product?.title ?? 'Deleted product',
    sku: null,
    sellingPlan: null,
    product,
  };
}
