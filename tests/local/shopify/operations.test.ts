import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureCustomers } from '../../../local/shopify/fixture-customers.ts';
import { type Shopify, startShopify } from '../../../local/shopify/start-shopify.ts';
import { ask } from './ask.ts';
import { loadOperations } from './load-operations.ts';
import { memberPage } from './member-page.ts';

let shopify: Shopify;

beforeAll(async () => {
  let now = Date.parse('2026-11-23T09:00:00Z');
  const tick = () => {
    now += 10_000;
    return new Date(now);
  };
  shopify = await startShopify({ port: 0, now: tick });
  await data('ChallengeSegmentCreate', { name: 'Everyone who bought', query: byProduct });
});
afterAll(() => shopify.close());

const byProduct = 'products_purchased MATCHES (id = 1001)';
const customerId = (number: number) => `gid://shopify/Customer/${number}`;
const first = customerId(7_000_000_000_001);

async function data(query: string, variables: Record<string, unknown> = {}) {
  const { body, status } = await ask(shopify, { query, variables });
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
  return body.data ?? {};
}

describe('each of the 31 operations', () => {
  const variables: Record<string, Record<string, unknown>> = {
    ChallengeSegmentMembers: { query: byProduct, first: 10 },
    SavedSegmentMembers: { segmentId: 'gid://shopify/Segment/1', first: 10 },
    QueuedSegmentMembers: { queryId: 'gid://shopify/CustomerSegmentMembersQuery/1', first: 10 },
    CustomersUpdatedSince: { query: "updated_at:>='2026-09-01T00:00:00Z'", first: 10 },
    OrdersUpdatedSince: { query: "updated_at:>='2026-09-01T00:00:00Z'", first: 10 },
    CustomersByIds: { ids: [first] },
    CustomerByEmail: { email: 'ADA.LINDQVIST@example.com' },
    CustomerPurchases: { id: first, first: 10 },
    CustomerInSegments: { customerId: first, segmentIds: ['gid://shopify/Segment/1'] },
    ConfiguredProduct: { id: 'gid://shopify/Product/1001' },
    OrderForWebhook: { id: 'gid://shopify/Order/70000000000011' },
    SubscriptionContractsForProduct: { query: 'product_id:1001', first: 10 },
    ChallengeSegmentCreate: { name: 'Buyers', query: byProduct },
    ChallengeSegmentUpdate: { id: 'gid://shopify/Segment/1', query: byProduct },
    SegmentMembersQueryCreate: { input: { query: byProduct } },
    EmailConsentWrite: { input: { customerId: first, emailMarketingConsent: { marketingState: 'UNSUBSCRIBED' } } },
    BulkQueryStart: { query: '{ orders { edges { node { id } } } }' },
    WebhookSubscribe: { topic: 'ORDERS_PAID', webhookSubscription: { uri: 'https://stepladder.example.com/' } },
    WebhookChange: { id: 'gid://shopify/WebhookSubscription/1', webhookSubscription: { filter: '' } },
  };
  const operations = loadOperations();
  const inner = ['BulkCustomersInner', 'BulkOrdersInner'];
  const names = [...operations.keys()].filter((name) => !inner.includes(name));
  const others = { id: 'gid://shopify/Customer/7000000000001', first: 10 };

  test.each(names)('%s is answered without an error of schema or resolver', async (name) => {
    expect(await data(name, variables[name] ?? others)).not.toEqual({});
  });

  test.each(inner)('%s is accepted as the inner document of a bulk operation', async (name) => {
    const answer = await data('BulkQueryStart', { query: operations.get(name) });
    expect(answer.bulkOperationRunQuery).toMatchObject({ bulkOperation: { status: 'CREATED' }, userErrors: [] });
  });

  test('are 31, the two inner documents included', () => {
    expect(names.length + inner.length).toBe(31);
  });
});

describe('segment members', () => {
  test('are paged by opaque cursors to everyone who holds the product, once each, whatever their consent', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page = memberPage(await data('ChallengeSegmentMembers', { query: byProduct, first: 7, after }));
      expect(page.totalCount).toBe(45);
      ids.push(...page.ids);
      after = page.hasNextPage ? page.endCursor : null;
    } while (after !== null);
    expect(new Set(ids).size).toBe(45);
    expect(ids).toHaveLength(45);
    expect(ids.every((id) => /^gid:\/\/shopify\/CustomerSegmentMember\/\d+$/.test(id))).toBe(true);
  });

  test('a customer who leaves between two pages takes nobody else along', async () => {
    const own = await startShopify({ port: 0, customers: fixtureCustomers() });
    const page = async (after: string | null) =>
      memberPage(
        (await ask(own, { query: 'ChallengeSegmentMembers', variables: { query: byProduct, first: 3, after } })).body
          .data,
      );
    const { endCursor } = await page(null);
    own.customers.splice(0, 3);
    expect((await page(endCursor)).ids[0]).toBe('gid://shopify/CustomerSegmentMember/7000000000004');
    await own.close();
  });

  test('without an e-mail have no address object', async () => {
    const { nodes } = memberPage(await data('ChallengeSegmentMembers', { query: byProduct, first: 1000 }));
    expect(nodes.filter((node) => node.defaultEmailAddress === null)).toHaveLength(1);
  });

  test('their ids are no nodes: only the Customer id finds them', async () => {
    const ids = ['gid://shopify/CustomerSegmentMember/7000000000002', customerId(7_000_000_000_002), customerId(1)];
    const { nodes } = await data('CustomersByIds', { ids });
    expect(nodes).toEqual([null, expect.objectContaining({ __typename: 'Customer', firstName: 'Bruno' }), null]);
  });

  test('a bad segment query is a hard error, also in the mutations', async () => {
    const bad = 'not a valid segment query ???';
    const answer = await ask(shopify, { query: 'ChallengeSegmentMembers', variables: { query: bad, first: 10 } });
    expect(answer.message).toBe("Line 1 Column 6: 'valid' is unexpected.");
    expect(answer.body.data).toBeNull();
    expect(
      (await data('SegmentMembersQueryCreate', { input: { query: bad } })).customerSegmentMembersQueryCreate,
    ).toEqual({
      customerSegmentMembersQuery: null,
      userErrors: [{ code: 'INVALID', field: null, message: "Line 1 Column 6: 'valid' is unexpected." }],
    });
  });
});

describe('limits of a page', () => {
  const customers = (page: string) => ({ query: `{ customers${page} { nodes { id } } }` });

  test.each([
    ['', 'you must provide one of first or last'],
    ['(first: 251)', 'first cannot exceed 250'],
    ['(first: 5, after: "x")', 'Invalid cursor for current pagination sort.'],
  ])('customers%s is refused: %s', async (page, message) => {
    const answer = await ask(shopify, customers(page));
    expect([answer.status, answer.code, answer.message, answer.body.data]).toEqual([200, 'BAD_REQUEST', message, null]);
  });

  test('segment members come by up to 1000', async () => {
    const variables = { query: byProduct, first: 1001 };
    expect((await ask(shopify, { query: 'ChallengeSegmentMembers', variables })).message).toBe(
      'first cannot exceed 1000',
    );
  });

  test('nodes takes up to 250 ids', async () => {
    const ids = Array.from({ length: 251 }, (_, number) => customerId(number));
    expect((await ask(shopify, { query: 'CustomersByIds', variables: { ids } })).code).toBe('MAX_INPUT_SIZE_EXCEEDED');
    expect((await data('CustomersByIds', { ids: ids.slice(1) })).nodes).toHaveLength(250);
  });
});

describe('search', () => {
  const search = (query: string) => ask(shopify, { query: 'CustomersUpdatedSince', variables: { query, first: 250 } });

  test('ignores a field that it does not know, returns everyone, and warns', async () => {
    const { body } = await search('product_id:1001');
    expect(body.data?.customers).toMatchObject({ nodes: { length: 50 } });
    expect(body.extensions?.search).toEqual([
      {
        path: ['customers'],
        query: 'product_id:1001',
        parsed: { field: 'product_id', match_all: '1001' },
        warnings: [{ field: 'product_id', message: 'Invalid search field for this query.', code: 'invalid_field' }],
      },
    ]);
  });

  test('returns nobody for a value that the field does not accept, and warns', async () => {
    const { body } = await search('accepts_marketing:perhaps');
    expect(body.data?.customers).toMatchObject({ nodes: [] });
    expect(JSON.stringify(body.extensions?.search)).toContain('invalid_value');
  });

  test('by a known field finds, and warns of nothing', async () => {
    const { body } = await search("email:nora@example.org updated_at:>='2026-09-01T00:00:00Z'");
    expect(body.data?.customers).toMatchObject({ nodes: [{ firstName: 'Nora' }] });
    expect(body.extensions?.search).toBeUndefined();
  });
});

describe('purchases', () => {
  async function purchases(oddity: string) {
    const number = fixtureCustomers().find((customer) => customer.oddity === oddity)?.number ?? 0;
    return (await data('CustomerPurchases', { id: customerId(number), first: 10 })).customer;
  }

  test('of a refunded customer have nothing left of the product', async () => {
    expect(await purchases('only order refunded')).toMatchObject({
      orders: { nodes: [{ displayFinancialStatus: 'REFUNDED', lineItems: { nodes: [{ currentQuantity: 0 }] } }] },
    });
  });

  test('of one who bought twice come latest first', async () => {
    expect(await purchases('bought twice')).toMatchObject({
      orders: { nodes: [{ processedAt: '2026-10-05T12:00:00Z' }, { processedAt: '2026-09-01T08:00:00Z' }] },
    });
  });

  test('tell a cancelled order, a test order and another product', async () => {
    expect(await purchases('only order cancelled')).toMatchObject({
      orders: { nodes: [{ cancelledAt: '2026-09-02T10:00:00Z' }] },
    });
    expect(await purchases('only a test order')).toMatchObject({ orders: { nodes: [{ test: true }] } });
    expect(await purchases('bought another product')).toMatchObject({
      orders: { nodes: [{ lineItems: { nodes: [{ product: { id: 'gid://shopify/Product/1002' } }] } }] },
    });
  });
});

describe('writing consent back', () => {
  const write = async (number: number, emailMarketingConsent: Record<string, unknown>) =>
    (await data('EmailConsentWrite', { input: { customerId: customerId(number), emailMarketingConsent } }))
      .customerEmailMarketingConsentUpdate;

  test('UNSUBSCRIBED is read back at once by id', async () => {
    await write(7_000_000_000_005, { marketingState: 'UNSUBSCRIBED' });
    expect((await data('CustomerById', { id: customerId(7_000_000_000_005) })).customer).toMatchObject({
      defaultEmailAddress: { marketingState: 'UNSUBSCRIBED' },
    });
  });

  test('a customer without an e-mail "succeeds" and an unknown one is refused', async () => {
    expect(await write(7_000_000_000_025, { marketingState: 'UNSUBSCRIBED' })).toMatchObject({
      customer: { defaultEmailAddress: null },
      userErrors: [],
    });
    expect(await write(1, { marketingState: 'UNSUBSCRIBED' })).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', 'customerId'], message: 'Customer not found' }],
    });
  });

  test.each([
    [{ marketingState: 'SUBSCRIBED' }, 'MISSING_ARGUMENT'],
    [{ marketingState: 'PENDING', marketingOptInLevel: 'SINGLE_OPT_IN' }, 'INVALID'],
    [{ marketingState: 'UNSUBSCRIBED', consentUpdatedAt: '2036-01-01T00:00:00Z' }, 'INVALID'],
  ])('%j is refused with %s', async (consent, code) => {
    expect(await write(7_000_000_000_006, consent)).toMatchObject({ userErrors: [{ code }] });
  });
});
