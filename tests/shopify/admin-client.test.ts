// Requests to the Admin API: where they go, what they carry, and when they end.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Config } from '../../functions/config.ts';
import { adminClient } from '../../functions/shopify/admin-client.ts';
import { ShopAndScopesDocument } from '../../functions/shopify/generated/admin.ts';
import { fakeClock } from '../kit/fake-clock.ts';
import { type ScriptedAnswer, type ScriptedServer, scriptedServer } from '../kit/scripted-server.ts';
import { testConfig } from '../kit/test-config.ts';

let server: ScriptedServer | undefined;
afterEach(async () => {
  vi.unstubAllGlobals();
  await server?.close();
  server = undefined;
});

const version = { 'X-Shopify-API-Version': '2026-10' };
const shopNamed = (name: string): ScriptedAnswer => ({ headers: version, body: { data: { shop: { name } } } });
const schema = z.object({ shop: z.object({ name: z.literal('Ada’s') }) });
const start = '2026-11-23T08:00:00Z';

async function open(script: ScriptedAnswer[], overrides: Partial<Config> = {}) {
  server = await scriptedServer(...script);
  const clock = fakeClock(start);
  const config = testConfig({
    shopifyOrigin: server.url,
    shopifyClientId: undefined,
    shopifyClientSecret: 'shpat_1',
    ...overrides,
  });
  // Only a silent server is given up on quickly: a busy machine must not look like one.
  const timeoutMilliseconds = script.some(({ silent }) => silent) ? 1000 : 10_000;
  const client = adminClient(config, clock, { timeoutMilliseconds, random: () => 0 });
  return { ask: () => client.request(ShopAndScopesDocument, {}, schema), clock, requests: server.requests };
}

describe('a request', () => {
  it('goes to the pinned version with the token in its header', async () => {
    const { ask, requests } = await open([shopNamed('Ada’s')]);
    expect(await ask()).toEqual({ shop: { name: 'Ada’s' } });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.path).toBe('/admin/api/2026-10/graphql.json');
    expect(requests[0]?.headers['x-shopify-access-token']).toBe('shpat_1');
    expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({ query: ShopAndScopesDocument.toString() });
  });

  it('goes to the shop’s own domain over https where no other origin is given', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (url: URL) => {
      asked.push(url.href);
      return Response.json({ data: { shop: { name: 'Ada’s' } } }, { headers: version });
    });
    const { ask } = await open([], { shopifyOrigin: undefined });
    await ask();
    expect(asked).toEqual(['https://example.myshopify.com/admin/api/2026-10/graphql.json']);
  });

  it('follows no redirect, which would take the token along', async () => {
    const elsewhere = await scriptedServer(shopNamed('Ada’s'));
    const { ask } = await open([{ status: 307, headers: { Location: elsewhere.url } }]);
    await expect(ask()).rejects.toMatchObject({ code: 'SHOPIFY_FAILED', retryable: true });
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });

  it.each([
    ['a cut connection', { cut: true }],
    ['silence', { silent: true }],
    ['a page of a proxy', { body: '<h1>Bad gateway</h1>' }],
    ['broken JSON', { headers: { ...version, 'Content-Type': 'application/json' }, body: '{"data":' }],
  ])('is tried again after %s', async (_, fault) => {
    const { ask, requests } = await open([fault, shopNamed('Ada’s')]);
    expect(await ask()).toEqual({ shop: { name: 'Ada’s' } });
    expect(requests).toHaveLength(2);
  });

  it('is not waited for beyond two minutes in all', async () => {
    const { ask, clock, requests } = await open([{ status: 429, headers: { 'Retry-After': '50' } }]);
    await expect(ask()).rejects.toMatchObject({ retryable: true, message: expect.stringContaining('HTTP 429') });
    expect(requests).toHaveLength(3);
    expect(clock.now().getTime() - Date.parse(start)).toBeLessThan(120_000);
  });

  it('is not tried again with an unchangeable token that was refused', async () => {
    const { ask, requests } = await open([{ status: 401 }]);
    await expect(ask()).rejects.toMatchObject({ retryable: false });
    expect(requests).toHaveLength(1);
  });

  it('waits out a token address that is down', async () => {
    const grant = { body: { access_token: 'one', expires_in: 86_399 } };
    const { ask } = await open([{ status: 503 }, grant, shopNamed('Ada’s')], { shopifyClientId: 'id' });
    expect(await ask()).toEqual({ shop: { name: 'Ada’s' } });
  });

  it('names the field that does not fit, and not what stood there', async () => {
    const { ask } = await open([shopNamed('Grace')]);
    const failed = await ask().catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'SHOPIFY_FAILED', retryable: false });
    expect(String(failed)).toMatch(/ShopAndScopes does not fit its shape: shop\.name$/);
    expect(String(failed)).not.toMatch(/Grace|Ada/);
  });
});
