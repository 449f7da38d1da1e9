// What the checks read from Shopify, each once.
import { z } from 'zod';
import type { Clock } from '../../functions/clock.ts';
import type { Config } from '../../functions/config.ts';
import { once } from '../../functions/once.ts';
import { adminClient } from '../../functions/shopify/admin-client.ts';
import {
  ChallengeSegmentMembersDocument,
  ShopAndScopesDocument,
  TypedDocumentString,
} from '../../functions/shopify/generated/admin.ts';
import { isOnThisMachine } from './is-on-this-machine.ts';

export type ShopifyReadings = {
  installation(): Promise<z.output<typeof installationSchema>>;
  /** In the order of the parameter; null where the shop has no product of that number. */
  products(): Promise<{ number: string; product: z.output<typeof productSchema> | null }[]>;
  /** How many bought, and of some of them whether a name and an address are given: never the name or address itself. */
  buyers(): Promise<{ totalCount: number; sample: { hasName: boolean; hasAddress: boolean }[] }>;
};

/** Each reading rejects with the AppError of the admin client. */
export function shopifyReadings(config: Config, clock: Clock): ShopifyReadings {
  const client = once(async () => {
    // A stand-in that does not answer will not do so a little later.
    const patience = isOnThisMachine(config.shopifyOrigin) ? { random: () => 0 } : {};
    return adminClient(config, clock, { timeoutMilliseconds: 5000, ...patience });
  });
  return {
    installation: once(async () => (await client()).request(ShopAndScopesDocument, {}, installationSchema)),
    products: once(async () => {
      const ids = config.shopifyProductIds.map((number) => `gid://shopify/Product/${number}`);
      const { nodes } = await (await client()).request(productsDocument, { ids }, productsSchema);
      return config.shopifyProductIds.map((number, index) => ({ number, product: nodes[index] ?? null }));
    }),
    buyers: once(async () => {
      const query = `products_purchased MATCHES (id IN (${config.shopifyProductIds.join(', ')}))`;
      const variables = { query, first: sampleSize, after: null };
      const answer = await (await client()).request(ChallengeSegmentMembersDocument, variables, buyersSchema);
      const { totalCount, edges } = answer.customerSegmentMembers;
      return { totalCount, sample: edges.map(({ node }) => node) };
    }),
  };
}

/** Enough that not all of them signed up without an address: 20 points. */
const sampleSize = 50;

const installationSchema = z.object({
  shop: z.object({ name: z.string(), ianaTimezone: z.string() }),
  appInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }).nullable(),
  publicApiVersions: z.array(z.object({ handle: z.string(), supported: z.boolean() })),
});

const productSchema = z.object({ title: z.string(), status: z.string() });
const productsSchema = z.object({ nodes: z.array(productSchema.nullable()) });

const productsDocument = new TypedDocumentString<unknown, { ids: string[] }>(`
  query ConfiguredProducts($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Product {
        title
        status
      }
    }
  }
`);

const buyersSchema = z.object({
  customerSegmentMembers: z.object({
    totalCount: z.int().min(0),
    edges: z.array(
      z.object({
        node: z
          .object({
            firstName: z.string().nullable(),
            lastName: z.string().nullable(),
            defaultEmailAddress: z.object({ emailAddress: z.string().nullable() }).nullable(),
          })
          .transform(({ firstName, lastName, defaultEmailAddress }) => ({
            hasName: Boolean(firstName || lastName),
            hasAddress: Boolean(defaultEmailAddress?.emailAddress),
          })),
      }),
    ),
  }),
});
