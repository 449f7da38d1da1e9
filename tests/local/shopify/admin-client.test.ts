import { createAdminApiClient } from '@shopify/admin-api-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Shopify, startShopify } from '../../../local/shopify/start-shopify.ts';
import { loadOperations } from './load-operations.ts';
import { mailableAddresses } from './mailable-addresses.ts';
import { memberPage } from './member-page.ts';

let shopify: Shopify;

beforeEach(async () => {
  shopify = await startShopify({ port: 0, now: () => new Date('2026-11-23T09:00:00Z') });
});
afterEach(() => shopify.close());

/** The library forces https and its own token, so both are set in the fetch that it is given. */
function client() {
  return createAdminApiClient({
    storeDomain: 'stepladder-local.myshopify.com',
    apiVersion: '2026-10',
    accessToken: 'set-per-request',
    retries: 0,
    customFetchApi: (url, init) =>
      fetch(shopify.url + new URL(String(url)).pathname, {
        ...init,
        headers: { 'Content-Type': 'application/json', 'X-Shopify-Access-Token': 'shpat_static' },
      }),
  });
}

const text = loadOperations().get('ChallengeSegmentMembers') ?? '';
const buyers = (first: number, after: string | null = null) =>
  client().request(text, { variables: { query: 'products_purchased MATCHES (id = 1001)', first, after } });

test('the client of Shopify walks all members, and those subscribed are the mailable addresses', async () => {
  const addresses: string[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await buyers(20, after);
    expect(errors).toBeUndefined();
    const page = memberPage(data);
    for (const { defaultEmailAddress: address } of page.nodes)
      if (isSubscribed(address)) addresses.push(address.emailAddress.toLowerCase());
    after = page.hasNextPage ? page.endCursor : null;
  } while (after !== null);
  expect([...new Set(addresses)].sort()).toEqual(mailableAddresses(shopify.customers).sort());
  expect(addresses).toHaveLength(40);
});

function isSubscribed(address: unknown): address is { emailAddress: string } {
  return (
    typeof address === 'object' &&
    address !== null &&
    'marketingState' in address &&
    address.marketingState === 'SUBSCRIBED'
  );
}

test('it sees the cost of a page of 1000', async () => {
  const { extensions } = await buyers(1000);
  expect(extensions?.cost).toMatchObject({
    requestedQueryCost: 28,
    throttleStatus: { maximumAvailable: 2000, restoreRate: 100 },
  });
});

test('it gets THROTTLED as a GraphQL error of HTTP 200', async () => {
  shopify.setFaults({ throttled: { times: 1 } });
  const { errors, extensions } = await buyers(10);
  expect(errors?.networkStatusCode).toBe(200);
  expect(errors?.graphQLErrors?.[0]?.extensions).toMatchObject({ code: 'THROTTLED' });
  expect(extensions?.cost).toMatchObject({ requestedQueryCost: 10, actualQueryCost: null });
});

test.each([
  [{ status429: { times: 1 } }, 429],
  [{ status500: { times: 1 } }, 500],
  [{ status502: { times: 1 } }, 502],
  [{ unauthorized: { times: 1 } }, 401],
])('under %j it reports HTTP %i once, without a retry of its own', async (faults, status) => {
  shopify.setFaults(faults);
  expect((await buyers(10)).errors?.networkStatusCode).toBe(status);
  expect(shopify.requests).toHaveLength(1);
  expect((await buyers(10)).errors).toBeUndefined();
});

test('it shows the version header and the warnings of an ignored search field', async () => {
  shopify.setFaults({ wrongVersion: { times: 1 }, searchWarning: { times: 1 } });
  const { headers, extensions } = await buyers(10);
  expect(headers?.get('x-shopify-api-version')).toBe('2027-01');
  expect(extensions).toMatchObject({ search: [{ warnings: [{ code: 'invalid_field' }] }] });
});
