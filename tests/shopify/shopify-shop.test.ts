// The shop over Shopify: faults are waited out within bounds, or end in an error that says what to do and names nobody.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../../functions/config.ts';
import type { Shop } from '../../functions/shopify/shop.ts';
import { type ShopifyShopOptions, shopifyShop } from '../../functions/shopify/shopify-shop.ts';
import { fixtureOrder } from '../../local/shopify/fixture-order.ts';
import { type Shopify, startShopify } from '../../local/shopify/start-shopify.ts';
import { type FakeClock, fakeClock } from '../kit/fake-clock.ts';
import { scriptedServer } from '../kit/scripted-server.ts';
import { testConfig } from '../kit/test-config.ts';

let shopify: Shopify;
let clock: FakeClock;
beforeEach(async () => {
  clock = fakeClock('2026-11-23T08:00:00Z');
  shopify = await startShopify({ port: 0, now: clock.now });
});
afterEach(() => shopify.close());

function open(overrides: Partial<Config> = {}, options: ShopifyShopOptions = {}): Shop {
  const config = testConfig({
    shopifyOrigin: shopify.url,
    shopifyClientId: 'local-client',
    shopifyClientSecret: 'local-secret',
    shopifyProductIds: ['1001'],
    ...overrides,
  });
  return shopifyShop(config, clock, { random: () => 0.5, ...options });
}

const elapsedSeconds = () => (clock.now().getTime() - Date.parse('2026-11-23T08:00:00Z')) / 1000;
const asked = (name: string) => shopify.requests.filter(({ operationName }) => operationName === name);
const statuses = () =>
  shopify.requests.map(({ path, status }) => (path.includes('oauth') ? `token ${status}` : status));
const failure = (retryable: boolean, message: RegExp) =>
  expect.objectContaining({ code: 'SHOPIFY_FAILED', retryable, message: expect.stringMatching(message) });

describe('a walk', () => {
  it('brings over everyone who bought, whatever their consent, in one request of the largest page', async () => {
    const { customers, totalCount, nextCursor } = await open().buyers(null);
    expect({ found: customers.length, totalCount, nextCursor }).toEqual({
      found: 45,
      totalCount: 45,
      nextCursor: null,
    });
    expect(new Set(customers.map(({ consent }) => consent)).size).toBe(5);
    expect(asked('ChallengeSegmentMembers').map(({ variables }) => variables)).toEqual([
      { query: 'products_purchased MATCHES (id IN (1001))', first: 1000, after: null },
    ]);
  });

  it('asks for several products at once', async () => {
    await open({ shopifyProductIds: ['1001', '1002'] }).buyers(null);
    expect(asked('ChallengeSegmentMembers')[0]?.variables.query).toBe(
      'products_purchased MATCHES (id IN (1001, 1002))',
    );
  });

  it('does not take an address of invalid form for one that can be mailed', async () => {
    const { customers } = await open().buyers(null);
    const invalid = customers.filter(({ consent }) => consent === 'INVALID');
    expect(invalid.map(({ address }) => address)).toEqual([null]);
  });
});

describe('the first page', () => {
  const member = { ...{ firstName: null, lastName: null }, id: 'gid://shopify/CustomerSegmentMember/7' };
  const email = {
    emailAddress: 'ada@example.com',
    marketingState: 'SUBSCRIBED',
    marketingUpdatedAt: null,
    validFormat: true,
  };
  const walk = async (nodes: unknown[]) => {
    const page = { totalCount: 1, edges: [{ node: { ...member, defaultEmailAddress: email } }], pageInfo: lastPage };
    const answers = [{ customerSegmentMembers: page }, { nodes }];
    const server = await scriptedServer(...answers.map((data) => ({ headers: ourVersion, body: { data } })));
    const walked = open({ shopifyOrigin: server.url, shopifyClientId: undefined }).buyers(null);
    return walked.finally(server.close);
  };
  const lastPage = { hasNextPage: false, endCursor: null };
  const ourVersion = { 'X-Shopify-API-Version': '2026-10' };
  const customer = { ...member, id: 'gid://shopify/Customer/7', defaultEmailAddress: email };

  it('is taken where the customer of a member’s number has the member’s address', async () => {
    expect((await walk([customer])).customers.map(({ number }) => number)).toEqual(['7']);
  });

  it.each([
    ['nobody', [null]],
    ['somebody else', [{ ...customer, defaultEmailAddress: { ...email, emailAddress: 'grace@example.com' } }]],
  ])('is refused where members’ numbers lead to %s', async (_, nodes) => {
    await expect(walk(nodes)).rejects.toEqual(failure(false, /do not bear the numbers of their customers/));
  });

  it('is checked by one request of at most 250 ids, and later pages by none', async () => {
    const shop = open({}, { membersPerPage: 30 });
    await shop.buyers((await shop.buyers(null)).nextCursor);
    expect(asked('CustomersByIds')).toHaveLength(1);
    expect(asked('ChallengeSegmentMembers')).toHaveLength(2);
  });
});

describe('a customer by number', () => {
  it('is looked for in all their orders, page after page', async () => {
    const [customer] = shopify.customers;
    const number = customer?.number ?? 0;
    const others = Array.from({ length: 60 }, (_, index) => fixtureOrder({ number: index + 1, productNumber: 1002 }));
    customer?.orders.splice(0, 1, fixtureOrder({ number: 99, processedAt: '2026-01-01T00:00:00Z' }), ...others);
    expect((await open().customer(String(number)))?.bought).toBe(true);
    customer?.orders.shift();
    expect((await open().customer(String(number)))?.bought).toBe(false);
    expect(asked('CustomerPurchases')).toHaveLength(4);
  });
});

describe('a fault that passes', () => {
  it('THROTTLED is waited out for a second at least and a share of one more, though it comes as HTTP 200', async () => {
    shopify.setFaults({ throttled: { times: 2 } });
    expect((await open().buyers(null)).customers).toHaveLength(45);
    expect(elapsedSeconds()).toBe(3);
  });

  it('an empty bucket is waited for by the cost that Shopify tells', async () => {
    const [customer] = shopify.customers;
    customer?.orders.splice(0, 1, ...[1, 2, 3, 4, 5].map((number) => fixtureOrder({ number, productNumber: 1002 })));
    const shop = open();
    for (let call = 0; call < 150; call += 1) await shop.customer(String(customer?.number));
    const throttled = shopify.requests.filter(({ code }) => code === 'THROTTLED');
    expect(throttled.length).toBeGreaterThan(0);
    expect(elapsedSeconds()).toBe(throttled.length * 1.5);
    expect(statuses().filter((status) => status === 200)).toHaveLength(300 + throttled.length);
  });

  it('429 is waited out for the seconds, not milliseconds, of Retry-After', async () => {
    shopify.setFaults({ status429: { times: 1 } });
    await open().buyers(null);
    expect(elapsedSeconds()).toBe(2.5);
  });

  it('500 and 502 are tried again after waits whose bounds double', async () => {
    shopify.setFaults({ status500: { times: 2 }, status502: { times: 2 } });
    await open().buyers(null);
    expect(statuses()).toEqual(['token 200', 500, 500, 502, 502, 200, 200]);
    expect(elapsedSeconds()).toBe(0.5 * (0.5 + 1 + 2 + 4));
  });

  it('an answer that does not come in time is tried again', async () => {
    shopify.setFaults({ delay: { ms: 5000, times: 1 } });
    expect((await open({}, { timeoutMilliseconds: 300 }).buyers(null)).customers).toHaveLength(45);
  });

  it('a refused token is replaced once, and the request goes on', async () => {
    const shop = open();
    await shop.buyers(null);
    shopify.revokeTokens();
    await shop.buyers(null);
    expect(statuses()).toEqual(['token 200', 200, 200, 401, 'token 200', 200, 200]);
    expect(elapsedSeconds()).toBe(0);
  });
});

describe('a fault that stays', () => {
  it.each([
    ['throttled', { throttled: {} }, /ChallengeSegmentMembers: it throttles/],
    ['status429', { status429: {} }, /HTTP 429/],
    ['status500', { status500: {} }, /HTTP 500/],
  ])('%s is given up after six tries, as something that may work later', async (_, faults, message) => {
    shopify.setFaults(faults);
    await expect(open().buyers(null)).rejects.toEqual(failure(true, message));
    expect(statuses()).toHaveLength(1 + 6);
  });

  it('a shop that never answers is given up, as something that may work later', async () => {
    shopify.setFaults({ delay: { ms: 60_000 } });
    const shop = open({}, { timeoutMilliseconds: 30 });
    await expect(shop.buyers(null)).rejects.toEqual(failure(true, /did not answer/));
  });

  it('a token that is refused again after it was replaced is an error for a person', async () => {
    shopify.setFaults({ unauthorized: {} });
    await expect(open().buyers(null)).rejects.toEqual(failure(false, /access token: check SHOPIFY_CLIENT_SECRET/));
    expect(statuses()).toEqual(['token 200', 401, 'token 200', 401]);
  });

  it('another API version than ours is refused, however well the answer reads', async () => {
    shopify.setFaults({ wrongVersion: {} });
    await expect(open().buyers(null)).rejects.toEqual(failure(false, /version is 2027-01 instead of 2026-10/));
  });

  it('an ignored search field is refused, because anybody may be in the answer', async () => {
    shopify.setFaults({ searchWarning: {} });
    await expect(open().buyers(null)).rejects.toEqual(failure(false, /ignored a search field/));
  });

  it.each([
    ['missingMarketingState' as const, /edges\.0\.node\.defaultEmailAddress\.marketingState$/],
    ['nullNode' as const, /edges\.0\.node$/],
  ])('a page with %s is refused by the path of the field, without a value', async (kind, message) => {
    shopify.setFaults({ malformed: { kind } });
    const shop = open();
    await expect(shop.buyers(null)).rejects.toEqual(failure(false, message));
    const refused = await shop.buyers(null).catch((error: Error) => error.message);
    for (const { email, firstName } of shopify.customers)
      for (const value of [email, firstName]) if (value !== null) expect(refused).not.toContain(value);
  });

  it('a segment query that Shopify cannot read is refused at once', async () => {
    await expect(open({ shopifyProductIds: ['x'] }).buyers(null)).rejects.toEqual(failure(false, /BAD_REQUEST/));
    expect(statuses()).toEqual(['token 200', 200]);
  });
});
