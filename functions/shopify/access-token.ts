// The token that opens the Admin API: fetched with the client's credentials, or given once and for all.
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { shopifyFetch } from './shopify-fetch.ts';

export type AccessToken = {
  /** A token that is good for five minutes more. Throws an AppError `SHOPIFY_FAILED`. */
  get(): Promise<string>;
  /** Forgets a token that Shopify refused; false where no other one can be had. */
  drop(refused: string): boolean;
};

/** Renewed so early, that a token does not expire between its reading and its use. */
const earlySeconds = 300;

/**
 * Where there is no client id the secret is itself a token, of an app made in the shop's admin before 2026. Else a token of
 * the client-credentials grant (24 h), fetched once for all who wait for it.
 */
export function accessToken(config: Config, clock: Clock, timeoutMilliseconds: number): AccessToken {
  const { shopifyClientId: clientId, shopifyClientSecret: clientSecret } = config;
  if (clientId === undefined) return { get: async () => clientSecret, drop: () => false };

  let held: { token: string; expiresAt: number } | null = null;
  let fetching: Promise<string> | null = null;
  const renew = async () => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    });
    const grant = await fetchGrant(config, { method: 'POST', body, signal: AbortSignal.timeout(timeoutMilliseconds) });
    const lifeSeconds = grant.expires_in - earlySeconds;
    held = { token: grant.access_token, expiresAt: clock.now().getTime() + lifeSeconds * 1000 };
    return grant.access_token;
  };

  return {
    async get() {
      if (held !== null && clock.now().getTime() < held.expiresAt) return held.token;
      fetching ??= renew().finally(() => {
        fetching = null;
      });
      return fetching;
    },
    drop(refused) {
      // Another call may have brought a new one in the meantime.
      if (held?.token === refused) held = null;
      return true;
    },
  };
}

const grantSchema = z.object({ access_token: z.string().regex(/^[\x21-\x7e]+$/), expires_in: z.number().positive() });
const refusalSchema = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) });

async function fetchGrant(config: Config, init: RequestInit): Promise<z.output<typeof grantSchema>> {
  let status: number;
  let answer: unknown;
  try {
    const response = await shopifyFetch(config)('/admin/oauth/access_token', init);
    status = response.status;
    answer = await response.json().catch(() => undefined);
  } catch {
    throw new AppError('SHOPIFY_FAILED', 'Shopify did not answer when asked for an access token.', { retryable: true });
  }
  if (status === 429 || status >= 500)
    throw new AppError('SHOPIFY_FAILED', `Shopify gave no access token (HTTP ${status}).`, { retryable: true });
  if (status !== 200) {
    const reason = refusalSchema.safeParse(answer).data?.error ?? 'no reason given';
    const mend = 'check SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET, and that the app is installed in the shop';
    throw new AppError('SHOPIFY_FAILED', `Shopify gave no access token (HTTP ${status}, ${reason}): ${mend}.`);
  }
  const grant = grantSchema.safeParse(answer);
  if (grant.success) return grant.data;
  const fields = grant.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new AppError('SHOPIFY_FAILED', `Shopify’s access token does not fit its shape: ${fields || 'no JSON object'}`);
}
