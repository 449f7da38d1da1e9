// Webhook subscriptions, kept and shown; the stand-in sends no webhook.
import type { ShopState, ShopWebhookSubscription } from './open-shop.ts';
import { type PageArguments, pageRows } from './page-rows.ts';
import { readGid } from './read-gid.ts';

type SubscriptionInput = {
  uri?: string;
  filter?: string | null;
  name?: string | null;
  includeFields?: string[] | null;
};

/** Queries and mutations of subscriptions made through the API. */
export function webhookFields(shop: ShopState) {
  const find = (id: string) => shop.webhookSubscriptions.find((each) => each.number === readGid(id).number);
  const missing = [{ field: ['id'], message: 'Webhook subscription does not exist' }];
  return {
    webhookSubscriptions(args: PageArguments) {
      const page = pageRows(shop.webhookSubscriptions, args, { firstMax: 250, number: (each) => each.number });
      return {
        nodes: page.nodes.map(webhookNode),
        edges: page.edges.map(({ cursor, node }) => ({ cursor, node: webhookNode(node) })),
        pageInfo: page.pageInfo,
      };
    },
    webhookSubscriptionCreate({
      topic,
      webhookSubscription,
    }: {
      topic: string;
      webhookSubscription: SubscriptionInput;
    }) {
      if (!webhookSubscription.uri)
        return {
          webhookSubscription: null,
          userErrors: [{ field: ['webhookSubscription', 'callbackUrl'], message: "Address can't be blank" }],
        };
      const at = shop.now().toISOString();
      const subscription: ShopWebhookSubscription = {
        number: shop.nextNumber(),
        topic,
        uri: webhookSubscription.uri,
        filter: webhookSubscription.filter ?? null,
        name: webhookSubscription.name ?? null,
        includeFields: webhookSubscription.includeFields ?? [],
        createdAt: at,
        updatedAt: at,
      };
      shop.webhookSubscriptions.push(subscription);
      return { webhookSubscription: webhookNode(subscription), userErrors: [] };
    },
    webhookSubscriptionUpdate({ id, webhookSubscription }: { id: string; webhookSubscription: SubscriptionInput }) {
      const subscription = find(id);
      if (!subscription) return { webhookSubscription: null, userErrors: missing };
      subscription.uri = webhookSubscription.uri ?? subscription.uri;
      subscription.filter = webhookSubscription.filter ?? subscription.filter;
      subscription.updatedAt = shop.now().toISOString();
      return { webhookSubscription: webhookNode(subscription), userErrors: [] };
    },
    webhookSubscriptionDelete({ id }: { id: string }) {
      const subscription = find(id);
      if (!subscription) return { deletedWebhookSubscriptionId: null, userErrors: missing };
      shop.webhookSubscriptions.splice(shop.webhookSubscriptions.indexOf(subscription), 1);
      return { deletedWebhookSubscriptionId: id, userErrors: [] };
    },
  };
}

function webhookNode({ number, ...fields }: ShopWebhookSubscription) {
  return {
    __typename: 'WebhookSubscription',
    id: `gid://shopify/WebhookSubscription/${number}`,
    ...fields,
    format: 'JSON',
    callbackUrl: fields.uri,
    apiVersion: { handle: '2026-10', supported: true },
  };
}
