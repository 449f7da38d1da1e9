// A customer as the API shows it.
import { customerNames } from './customer-names.ts';
import type { FixtureCustomer } from './fixture-customer.ts';
import type { ShopRequest } from './open-shop.ts';
import { orderNode } from './order-node.ts';
import { orderSortValue } from './order-sort-value.ts';
import { type PageArguments, pageRows } from './page-rows.ts';

/** Resolves `Customer`. The deprecated consent objects answer as the new ones do. */
export function customerNode(request: ShopRequest, customer: FixtureCustomer) {
  const consent = {
    marketingState: customer.consent,
    marketingOptInLevel: customer.optInLevel,
    consentUpdatedAt: customer.consentUpdatedAt,
  };
  return {
    ...customerNames(customer),
    __typename: 'Customer',
    id: `gid://shopify/Customer/${customer.number}`,
    legacyResourceId: String(customer.number),
    email: customer.email,
    emailMarketingConsent: customer.email === null ? null : consent,
    phone: null,
    locale: customer.locale,
    state: 'DISABLED',
    tags: customer.tags,
    createdAt: customer.createdAt,
    updatedAt: customer.updatedAt,
    verifiedEmail: customer.email !== null,
    productSubscriberStatus: 'NEVER_SUBSCRIBED',
    orders: (page: PageArguments & { sortKey: string }) => {
      const { edges, pageInfo } = pageRows(customer.orders, page, {
        firstMax: 250,
        number: (order) => order.number,
        sortValue: orderSortValue(page.sortKey),
      });
      const node = (order: (typeof edges)[number]['node']) =>
        orderNode(request.shop, order, () => customerNode(request, customer), customer);
      return {
        edges: edges.map((edge) => ({ cursor: edge.cursor, node: node(edge.node) })),
        nodes: edges.map((edge) => node(edge.node)),
        pageInfo,
      };
    },
  };
}
