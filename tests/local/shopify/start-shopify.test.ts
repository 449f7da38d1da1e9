import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fixtureCustomer } from '../../../local/shopify/fixture-customer.ts';
import { fixtureOrder } from '../../../local/shopify/fixture-order.ts';
import { type Shopify, startShopify } from '../../../local/shopify/start-shopify.ts';
import { ask } from './ask.ts';

let shopify: Shopify;
let now: number;

beforeEach(async () => {
  now = Date.parse('2026-11-23T09:00:00Z');
  shopify = await startShopify({ port: 0, now: () => new Date(now) });
});
afterEach(() => shopify.close());

const small = { query: '{ shop { id } }' };

async function grant(body: string, type: string) {
  const response = await fetch(`${shopify.url}/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body,
  });
  const parsed = z.record(z.string(), z.union([z.string(), z.number()])).parse(await response.json());
  return { status: response.status, body: parsed, token: String(parsed.access_token) };
}

const credentials = { grant_type: 'client_credentials', client_id: 'local-client', client_secret: 'local-secret' };
const form = (fields: Record<string, string>) =>
  grant(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');

describe('the token address', () => {
  test('gives a token for 86,399 s to a form and to JSON, and each opens the API', async () => {
    for (const answer of [await form(credentials), await grant(JSON.stringify(credentials), 'application/json')]) {
      const { access_token: token, ...rest } = answer.body;
      expect([answer.status, token]).toEqual([200, answer.token]);
      expect(rest).toEqual({ scope: 'read_customers,read_orders,read_products', expires_in: 86_399 });
      expect((await ask(shopify, { ...small, token: answer.token })).status).toBe(200);
    }
  });

  test('refuses a wrong secret, another grant and a body without fields', async () => {
    expect(await form({ ...credentials, client_secret: 'guess' })).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    });
    expect((await form({ ...credentials, grant_type: 'password' })).body).toEqual({ error: 'unsupported_grant_type' });
    expect((await grant('{', 'application/json')).status).toBe(400);
  });

  test('a token ends when its time is over or it is revoked; a new one works', async () => {
    const first = (await form(credentials)).token;
    now += 86_398_999;
    expect((await ask(shopify, { ...small, token: first })).status).toBe(200);
    now += 1;
    expect((await ask(shopify, { ...small, token: first })).status).toBe(401);
    const second = (await form(credentials)).token;
    shopify.revokeTokens();
    expect((await ask(shopify, { ...small, token: second })).status).toBe(401);
    expect((await ask(shopify, { ...small, token: (await form(credentials)).token })).status).toBe(200);
  });
});

describe('each answer of the API', () => {
  test('without a token that it knows is a 401 in the words of Shopify', async () => {
    for (const token of [null, 'guess', '']) {
      const answer = await ask(shopify, { ...small, token });
      expect(answer.status).toBe(401);
      expect(answer.body.errors).toBe('[API] Invalid API key or access token (unrecognized login or wrong password)');
    }
  });

  test('names its version and a request id of its own', async () => {
    const [first, second] = [await ask(shopify, small), await ask(shopify, small)];
    expect(first.headers.get('x-shopify-api-version')).toBe('2026-10');
    expect(first.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  });

  test('states its cost and the bucket, of which only the actual cost is gone', async () => {
    const { body } = await ask(shopify, {
      query: 'CustomerPurchases',
      variables: { id: 'gid://shopify/Customer/1', first: 10 },
    });
    expect(body).toEqual({
      data: { customer: null },
      extensions: {
        cost: {
          requestedQueryCost: 71,
          actualQueryCost: 1,
          throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1999, restoreRate: 100 },
        },
      },
    });
  });

  test('is HTTP 200 with THROTTLED and the cost when the bucket is empty, until it filled again', async () => {
    const heavy = {
      query: '{ customers(first: 250) { nodes { orders(first: 250) { nodes { id customer { id } } } } } }',
    };
    const orders = Array.from({ length: 250 }, (_, index) => fixtureOrder({ number: index + 1 }));
    shopify.customers.push(fixtureCustomer({ number: 1, orders }));
    expect((await ask(shopify, heavy)).body.extensions?.cost).toMatchObject({
      requestedQueryCost: 277,
      actualQueryCost: 177,
    });
    const available = async () =>
      (await ask(shopify, small)).body.extensions?.cost.throttleStatus.currentlyAvailable ?? 0;
    while ((await available()) >= 277) await ask(shopify, heavy);
    const answer = await ask(shopify, heavy);
    expect(answer.status).toBe(200);
    expect(answer.code).toBe('THROTTLED');
    expect(answer.message).toBe('Throttled');
    expect(answer.body.data).toBeUndefined();
    expect(answer.body.extensions?.cost).toMatchObject({ requestedQueryCost: 277, actualQueryCost: null });
    now += 3000;
    expect((await ask(shopify, heavy)).code).toBeUndefined();
  });

  test('is MAX_COST_EXCEEDED above 1000 requested points, and takes nothing from the bucket', async () => {
    const query = `{ customers(first: 250) { nodes { orders(first: 250) { nodes { lineItems(first: 50) { nodes { id } } } } } } }`;
    const answer = await ask(shopify, { query });
    expect(answer.code).toBe('MAX_COST_EXCEEDED');
    expect(answer.status).toBe(200);
    expect(answer.body.extensions?.cost.throttleStatus.currentlyAvailable).toBe(2000);
  });

  test('to a query that is not of the schema is HTTP 200 with errors', async () => {
    const answer = await ask(shopify, { query: '{ customerSegmentMembers(query: "", first: 1) { nodes { id } } }' });
    expect(answer.status).toBe(200);
    expect(answer.message).toContain('Cannot query field "nodes" on type "CustomerSegmentMemberConnection"');
  });
});

test('a request that is no GraphQL request is a 400, and an unknown path a 404', async () => {
  const post = (path: string, body: string) =>
    fetch(shopify.url + path, { method: 'POST', headers: { 'X-Shopify-Access-Token': 'shpat_static' }, body });
  expect((await post('/admin/api/2026-10/graphql.json', '{')).status).toBe(400);
  expect((await post('/admin/api/2026-10/graphql.json', '{"query": 1}')).status).toBe(400);
  expect((await post('/admin/api/graphql', '{}')).status).toBe(404);
});

test('another version falls forward to ours, told only by the header', async () => {
  const response = await fetch(`${shopify.url}/admin/api/2025-01/graphql.json`, {
    method: 'POST',
    headers: { 'X-Shopify-Access-Token': 'shpat_static' },
    body: JSON.stringify(small),
  });
  expect([response.status, response.headers.get('x-shopify-api-version')]).toEqual([200, '2026-10']);
});

test('the log of requests tells operation, variables, cost and code, and never a token', async () => {
  await form(credentials);
  await ask(shopify, { query: 'CustomerById', variables: { id: 'gid://shopify/Customer/7000000000001' } });
  await ask(shopify, { ...small, token: 'secret-token' });
  expect(
    shopify.requests.map(({ path, status, operationName, requestedCost }) => [
      path,
      status,
      operationName,
      requestedCost,
    ]),
  ).toEqual([
    ['/admin/oauth/access_token', 200, null, null],
    ['/admin/api/2026-10/graphql.json', 200, 'CustomerById', 2],
    ['/admin/api/2026-10/graphql.json', 401, null, null],
  ]);
  expect(shopify.requests[1]?.variables).toEqual({ id: 'gid://shopify/Customer/7000000000001' });
  expect(JSON.stringify(shopify.requests)).not.toMatch(/secret-token|shpca_|local-secret/);
});

test('customers may be added, changed and removed while it runs', async () => {
  const read = async (number: number) =>
    (await ask(shopify, { query: 'CustomerById', variables: { id: `gid://shopify/Customer/${number}` } })).body.data
      ?.customer;
  shopify.customers.push(fixtureCustomer({ number: 9, firstName: 'Ninth' }));
  expect(await read(9)).toMatchObject({ firstName: 'Ninth' });
  const ninth = shopify.customers.at(-1);
  if (ninth) ninth.firstName = 'Renamed';
  expect(await read(9)).toMatchObject({ firstName: 'Renamed' });
  shopify.customers.pop();
  expect(await read(9)).toBeNull();
});

test('a taken port is refused, and close frees the port', async () => {
  await expect(startShopify({ port: shopify.port })).rejects.toThrow('EADDRINUSE');
  await shopify.close();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(shopify.port, '127.0.0.1', resolve));
  await new Promise((resolve) => other.close(resolve));
});
