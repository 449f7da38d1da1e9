// The shop read through Shopify's Admin API.
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { type AdminClientOptions, adminClient } from './admin-client.ts';
import {
  ChallengeSegmentMembersDocument,
  CustomerByIdDocument,
  CustomerPurchasesDocument,
  CustomersByIdsDocument,
} from './generated/admin.ts';
import { hasBought, shopOrderSchema } from './has-bought.ts';
import type { Shop, ShopCustomer } from './shop.ts';
import { shopCustomerSchema } from './shop-customer.ts';

export type ShopifyShopOptions = AdminClientOptions & {
  /** Members in one page of buyers; 1000 is the most that Shopify gives. */
  membersPerPage?: number;
};

/** Orders in one page: about 122 of the 1000 points that a query may request. */
const ordersPerPage = 50;

/** Ids in one request, as Shopify allows; they cost 2 points however many. */
const nodesMax = 250;

/** Buyers are a segment, asked by product alone: consent is in the row, so that its loss is seen and not an absence. */
export function shopifyShop(config: Config, clock: Clock, options: ShopifyShopOptions = {}): Shop {
  const client = adminClient(config, clock, options);
  const { membersPerPage: first = 1000 } = options;

  /** Null where the customer was deleted. */
  async function bought(id: string): Promise<boolean | null> {
    let after: string | null = null;
    do {
      const variables = { id, first: ordersPerPage, after };
      const { customer } = await client.request(CustomerPurchasesDocument, variables, purchasesSchema);
      if (customer === null) return null;
      if (hasBought(customer.orders.nodes, config.shopifyProductIds)) return true;
      after = nextCursor(customer.orders.pageInfo);
    } while (after !== null);
    return false;
  }

  /**
   * A segment member's number is its customer's in all that was seen, and in no document. One look at the first page
   * guards against the day on which it is not; a customer who changed or left since must not count as that day.
   */
  async function checkNumbers(members: ShopCustomer[]): Promise<void> {
    const sample = members.filter(({ address }) => address !== null).slice(0, nodesMax);
    if (sample.length === 0) return;
    const ids = sample.map(({ number }) => customerId(number));
    const { nodes } = await client.request(CustomersByIdsDocument, { ids }, nodesSchema);
    const addresses = new Map(nodes.map((customer) => [customer?.number, customer?.address]));
    if (sample.some(({ number, address }) => addresses.get(number) === address)) return;
    throw new AppError('SHOPIFY_FAILED', 'Shopify’s segment members do not bear the numbers of their customers.');
  }

  return {
    async buyers(after) {
      const query = `products_purchased MATCHES (id IN (${config.shopifyProductIds.join(', ')}))`;
      const variables = { query, first, after };
      const { customerSegmentMembers: page } = await client.request(
        ChallengeSegmentMembersDocument,
        variables,
        membersSchema,
      );
      const customers = page.edges.map(({ node }) => node);
      if (after === null) await checkNumbers(customers);
      return {
        customers,
        totalCount: page.totalCount,
        nextCursor: nextCursor(page.pageInfo),
      };
    },

    async customer(number) {
      const id = customerId(number);
      const { customer } = await client.request(CustomerByIdDocument, { id }, customerSchema);
      const holds = customer === null ? null : await bought(id);
      return customer === null || holds === null ? null : { customer, bought: holds };
    },
  };
}

/** A page that says there is more, and not where, does not parse: the walk would end early, or never. */
const pageInfoSchema = z.union([
  z.object({ hasNextPage: z.literal(true), endCursor: z.string().min(1) }),
  z.object({ hasNextPage: z.literal(false), endCursor: z.string().nullable() }),
]);

const membersSchema = z.object({
  customerSegmentMembers: z.object({
    totalCount: z.int().min(0),
    edges: z.array(z.object({ node: shopCustomerSchema })),
    pageInfo: pageInfoSchema,
  }),
});

const customerSchema = z.object({ customer: shopCustomerSchema.nullable() });

const purchasesSchema = z.object({
  customer: z.object({ orders: z.object({ nodes: z.array(shopOrderSchema), pageInfo: pageInfoSchema }) }).nullable(),
});

const nodesSchema = z.object({ nodes: z.array(shopCustomerSchema.nullable()) });

function customerId(number: string): string {
  return `gid://shopify/Customer/${number}`;
}

function nextCursor(pageInfo: z.output<typeof pageInfoSchema>): string | null {
  return pageInfo.hasNextPage ? pageInfo.endCursor : null;
}
