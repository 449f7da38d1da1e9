// The access token is fetched once, renewed in time, and never told.
import { afterEach, describe, expect, it } from 'vitest';
import { accessToken } from '../../functions/shopify/access-token.ts';
import { fakeClock } from '../kit/fake-clock.ts';
import { type ScriptedAnswer, type ScriptedServer, scriptedServer } from '../kit/scripted-server.ts';
import { testConfig } from '../kit/test-config.ts';

let server: ScriptedServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const granted = (token: string): ScriptedAnswer => ({
  body: { access_token: token, scope: 'read_customers', expires_in: 86_399 },
});

async function open(...script: ScriptedAnswer[]) {
  server = await scriptedServer(...script);
  const clock = fakeClock('2026-11-23T08:00:00Z');
  const config = testConfig({ shopifyOrigin: server.url, shopifyClientId: 'id', shopifyClientSecret: 's3cret&=' });
  const timeoutMilliseconds = script.some(({ silent }) => silent) ? 100 : 10_000;
  return { tokens: accessToken(config, clock, timeoutMilliseconds), clock, requests: server.requests };
}

describe('a token of the client-credentials grant', () => {
  it('is asked for with the client’s credentials as a form', async () => {
    const { tokens, requests } = await open(granted('one'));
    expect(await tokens.get()).toBe('one');
    expect(requests[0]?.path).toBe('/admin/oauth/access_token');
    expect(Object.fromEntries(new URLSearchParams(requests[0]?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'id',
      client_secret: 's3cret&=',
    });
  });

  it('is fetched once for all who ask at the same time, and kept until five minutes before its end', async () => {
    const { tokens, clock, requests } = await open(granted('one'), granted('two'));
    expect(await Promise.all([tokens.get(), tokens.get()])).toEqual(['one', 'one']);
    clock.advance((86_399 - 300) * 1000 - 1);
    expect(await tokens.get()).toBe('one');
    clock.advance(1);
    expect(await tokens.get()).toBe('two');
    expect(requests).toHaveLength(2);
  });

  it('is fetched anew when dropped, but not because of an older one that somebody else was refused with', async () => {
    const { tokens, requests } = await open(granted('one'), granted('two'), granted('three'));
    await tokens.get();
    expect(tokens.drop('one')).toBe(true);
    expect(await tokens.get()).toBe('two');
    expect(tokens.drop('one')).toBe(true);
    expect(await tokens.get()).toBe('two');
    expect(requests).toHaveLength(2);
  });

  it('is asked for again after a failure', async () => {
    const { tokens } = await open({ status: 500 }, granted('one'));
    await expect(tokens.get()).rejects.toThrow('HTTP 500');
    expect(await tokens.get()).toBe('one');
  });

  it.each([
    ['500', { status: 500 }, true, /HTTP 500/],
    ['429', { status: 429 }, true, /HTTP 429/],
    ['a cut connection', { cut: true }, true, /did not answer/],
    ['silence', { silent: true }, true, /did not answer/],
    ['a redirect', { status: 302, headers: { Location: 'https://elsewhere.example' } }, true, /did not answer/],
    [
      '400',
      { status: 400, body: { error: 'app_not_installed' } },
      false,
      /HTTP 400, app_not_installed.*SHOPIFY_CLIENT_ID/,
    ],
    ['400 of another form', { status: 400, body: '<b>s3cret&=</b>' }, false, /HTTP 400, no reason given/],
    ['an answer of another form', { body: { access_token: 7, expires_in: 9 } }, false, /shape: access_token$/],
    ['an answer that is no JSON', { body: 'welcome' }, false, /no JSON object/],
  ])('ends at %s in an error without the secret', async (_, answer, retryable, message) => {
    const { tokens } = await open(answer);
    const failed = await tokens.get().catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'SHOPIFY_FAILED', retryable, message: expect.stringMatching(message) });
    expect(String(failed)).not.toContain('s3cret');
  });
});

describe('a token of an app made in the shop’s admin', () => {
  it('is the secret itself, and there is no other', async () => {
    const config = testConfig({ shopifyClientId: undefined, shopifyClientSecret: 'shpat_1' });
    const tokens = accessToken(config, fakeClock('2026-11-23T08:00:00Z'), 300);
    expect(await tokens.get()).toBe('shpat_1');
    expect(tokens.drop('shpat_1')).toBe(false);
  });
});
