import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Shopify, startShopify } from '../../../local/shopify/start-shopify.ts';
import { ask } from './ask.ts';
import { memberPage } from './member-page.ts';

let shopify: Shopify;

beforeEach(async () => {
  shopify = await startShopify({ port: 0, now: () => new Date('2026-11-23T09:00:00Z') });
});
afterEach(() => shopify.close());

const members = {
  query: 'ChallengeSegmentMembers',
  variables: { query: 'products_purchased MATCHES (id = 1001)', first: 1000 },
};
const walk = async () => memberPage((await ask(shopify, members)).body.data);

async function postFaults(body: unknown) {
  const response = await fetch(`${shopify.url}/faults`, { method: 'POST', body: JSON.stringify(body) });
  return {
    status: response.status,
    body: z.looseObject({ error: z.string().optional() }).parse(await response.json()),
  };
}

describe('the fault switches', () => {
  test('are set by POST, shown by GET with what remains, and cleared by {}', async () => {
    expect(await postFaults({ throttled: { times: 2 }, status500: {} })).toMatchObject({ status: 200 });
    shopify.setFaults({ throttled: { times: 2 } });
    await ask(shopify, members);
    const shown = await fetch(`${shopify.url}/faults`);
    expect(await shown.json()).toEqual({ throttled: { times: 1 } });
    expect(await postFaults({})).toEqual({ status: 200, body: {} });
    expect((await ask(shopify, members)).code).toBeUndefined();
  });

  test.each([
    [{ throttled: { times: 0 } }, 'throttled.times'],
    [{ delay: {} }, 'delay.ms'],
    [{ laggingIndex: { customers: ['one'] } }, 'laggingIndex.customers.0'],
    [{ malformed: { kind: 'other' } }, 'malformed.kind'],
    [{ trottled: {} }, 'trottled'],
  ])('refuse %j with a 400 that names the field, and stay as they were', async (body, field) => {
    shopify.setFaults({ throttled: { times: 1 } });
    const answer = await postFaults(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toContain(field);
    expect(await (await fetch(`${shopify.url}/faults`)).json()).toEqual({ throttled: { times: 1 } });
  });

  test('refuse a body that is no JSON', async () => {
    const response = await fetch(`${shopify.url}/faults`, { method: 'POST', body: '{' });
    expect(response.status).toBe(400);
  });

  test('a fault without times stays until cleared', async () => {
    shopify.setFaults({ throttled: {} });
    for (let index = 0; index < 3; index += 1) expect((await ask(shopify, members)).code).toBe('THROTTLED');
  });
});

describe('a fault meets as many requests as told, then is over', () => {
  test('throttled', async () => {
    shopify.setFaults({ throttled: { times: 1 } });
    const answer = await ask(shopify, members);
    expect([answer.status, answer.code, answer.body.data]).toEqual([200, 'THROTTLED', undefined]);
    expect(answer.body.extensions?.cost).toEqual({
      requestedQueryCost: 28,
      actualQueryCost: null,
      throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 2000, restoreRate: 100 },
    });
    expect((await ask(shopify, members)).code).toBeUndefined();
  });

  test('status429, with Retry-After in seconds', async () => {
    shopify.setFaults({ status429: { times: 1 } });
    const answer = await ask(shopify, members);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '2.0']);
    expect((await ask(shopify, members)).status).toBe(200);
  });

  test('status500 and status502, one after the other', async () => {
    shopify.setFaults({ status500: { times: 1 }, status502: { times: 1 } });
    const statuses = [await ask(shopify, members), await ask(shopify, members), await ask(shopify, members)];
    expect(statuses.map((answer) => answer.status)).toEqual([500, 502, 200]);
  });

  test('unauthorized, also for a static token', async () => {
    shopify.setFaults({ unauthorized: { times: 1 } });
    expect((await ask(shopify, members)).status).toBe(401);
    expect((await ask(shopify, members)).status).toBe(200);
  });

  test('wrongVersion', async () => {
    shopify.setFaults({ wrongVersion: { times: 1, version: '2026-01' } });
    expect((await ask(shopify, members)).headers.get('x-shopify-api-version')).toBe('2026-01');
    expect((await ask(shopify, members)).headers.get('x-shopify-api-version')).toBe('2026-10');
  });

  test('searchWarning, in the recorded shape', async () => {
    shopify.setFaults({ searchWarning: { times: 1 } });
    expect((await ask(shopify, members)).body.extensions?.search).toEqual([
      {
        path: ['customers'],
        query: 'product_id:1001',
        parsed: { field: 'product_id', match_all: '1001' },
        warnings: [{ field: 'product_id', message: 'Invalid search field for this query.', code: 'invalid_field' }],
      },
    ]);
    expect((await ask(shopify, members)).body.extensions?.search).toBeUndefined();
  });

  test('truncatedWalk: the page ends early, says that it is the last, and still counts all', async () => {
    shopify.setFaults({ truncatedWalk: { times: 1 } });
    expect(await walk()).toMatchObject({ totalCount: 45, hasNextPage: false, ids: { length: 22 } });
    expect(await walk()).toMatchObject({ totalCount: 45, hasNextPage: false, ids: { length: 45 } });
  });

  test('laggingIndex: hidden from the segment, the count and the search, and found by id', async () => {
    shopify.setFaults({ laggingIndex: { customers: [7_000_000_000_003], times: 2 } });
    const page = await walk();
    expect(page.totalCount).toBe(44);
    expect(page.ids).not.toContain('gid://shopify/CustomerSegmentMember/7000000000003');
    const byId = await ask(shopify, {
      query: 'CustomerById',
      variables: { id: 'gid://shopify/Customer/7000000000003' },
    });
    expect(byId.body.data?.customer).toMatchObject({ firstName: 'Chiara' });
    const search = { query: 'CustomersUpdatedSince', variables: { query: 'id:7000000000003', first: 5 } };
    expect((await ask(shopify, search)).body.data?.customers).toMatchObject({ nodes: [] });
    expect((await walk()).totalCount).toBe(45);
  });

  test('malformed: a row without marketingState, or a row that is null, and never an answer without rows', async () => {
    shopify.setFaults({ malformed: { times: 1 } });
    await ask(shopify, { query: '{ shop { id } }' });
    const page = await walk();
    expect(page.nodes[0]?.defaultEmailAddress).not.toHaveProperty('marketingState');
    expect(page.nodes[1]?.defaultEmailAddress).toHaveProperty('marketingState');
    shopify.setFaults({ malformed: { times: 1, kind: 'nullNode' } });
    expect((await ask(shopify, members)).body.data?.customerSegmentMembers).toMatchObject({
      edges: { 0: { node: null } },
    });
    expect((await walk()).ids).toHaveLength(45);
  });

  test('delay: a client that waits less gives up, and closing does not wait for it', async () => {
    shopify.setFaults({ delay: { times: 1, ms: 600_000 } });
    const pending = fetch(`${shopify.url}/admin/api/2026-10/graphql.json`, { method: 'POST', body: '{}' });
    const failed = expect(pending).rejects.toThrow('fetch failed');
    await expect.poll(async () => (await fetch(`${shopify.url}/faults`)).json()).toEqual({});
    await shopify.close();
    await failed;
  });
});
