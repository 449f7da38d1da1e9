// The access tokens of the stand-in shop: given out, checked, expired, revoked.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';

const lifetimeSeconds = 86_399;
const grantSchema = z.object({ grant_type: z.string(), client_id: z.string(), client_secret: z.string() });

type Refusal = { error: 'invalid_request' | 'unsupported_grant_type' | 'invalid_client' };

type TokenAnswer = {
  status: number;
  body: Refusal | { access_token: string; scope: string; expires_in: number };
};

export type AccessTokens = {
  /** Answers `POST /admin/oauth/access_token`. */
  grant(request: unknown): TokenAnswer;
  /** Whether the token opens the API now. A static `shpat_` token of an admin-created app always does. */
  accepts(token: string | undefined): boolean;
  /** Ends every token given out so far. */
  revoke(): void;
};

type AccessTokenOptions = { clientId: string; clientSecret: string; scopes: string[]; now: () => Date };

/**
 * The client-credentials grant: tokens live 86,399 s as Shopify's do. Refusals follow RFC 6749 §5.2: 401 for a wrong
 * client, 400 for anything else.
 */
export function accessTokens({ clientId, clientSecret, scopes, now }: AccessTokenOptions): AccessTokens {
  const expiryByToken = new Map<string, number>();
  return {
    grant(request) {
      const parsed = grantSchema.safeParse(request);
      if (!parsed.success) return { status: 400, body: { error: 'invalid_request' } };
      if (parsed.data.grant_type !== 'client_credentials')
        return { status: 400, body: { error: 'unsupported_grant_type' } };
      if (parsed.data.client_id !== clientId || parsed.data.client_secret !== clientSecret)
        return { status: 401, body: { error: 'invalid_client' } };
      const token = `shpca_${randomBytes(16).toString('hex')}`;
      expiryByToken.set(token, now().getTime() + lifetimeSeconds * 1000);
      return { status: 200, body: { access_token: token, scope: scopes.join(','), expires_in: lifetimeSeconds } };
    },
    accepts(token) {
      if (token === undefined) return false;
      if (/^shpat_\w+$/.test(token)) return true;
      const expiry = expiryByToken.get(token);
      return expiry !== undefined && now().getTime() < expiry;
    },
    revoke: () => expiryByToken.clear(),
  };
}
