// Starts the stand-in of Shopify's Admin API on 127.0.0.1.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { buildSchema } from 'graphql';
import { type AccessTokens, accessTokens } from './access-tokens.ts';
import { answerRequest, type ShopifyRequest } from './answer-request.ts';
import { costBucket } from './cost-bucket.ts';
import { type Faults, faultSwitches } from './fault-switches.ts';
import type { FixtureCustomer } from './fixture-customer.ts';
import { fixtureCustomers } from './fixture-customers.ts';
import { openShop } from './open-shop.ts';

type ShopifyOptions = {
  /** 0 takes a free one. */
  port: number;
  /** `fixtureCustomers()` when absent. */
  customers?: FixtureCustomer[];
  /** Moves the bucket, the tokens' expiry and the shop's own instants; the machine's clock when absent. */
  now?: () => Date;
  /** `local-client` when absent. */
  clientId?: string;
  /** `local-secret` when absent. */
  clientSecret?: string;
  scopes?: string[];
};

export type Shopify = {
  /** `http://127.0.0.1:<port>`. */
  url: string;
  port: number;
  /** The customers themselves: add, remove and change them at will. */
  customers: FixtureCustomer[];
  /** Replaces all faults, as `POST /faults` does; `{}` clears them. Throws a ZodError that names the field. */
  setFaults(faults: Faults): void;
  /** Every request to the API and to the token address, oldest first; empty it at will. */
  requests: ShopifyRequest[];
  /** Ends every token given out, so that the next request with one is a 401. */
  revokeTokens: AccessTokens['revoke'];
  /** Resolves when the port is free again; requests under way are cut. */
  close(): Promise<void>;
};

const schemaFile = new URL('../../functions/shopify/admin-2026-10.graphql', import.meta.url);

/** Resolves when it listens; rejects where the port is taken. */
export async function startShopify(options: ShopifyOptions): Promise<Shopify> {
  const { now = () => new Date(), clientId = 'local-client', clientSecret = 'local-secret' } = options;
  const scopes = options.scopes ?? ['read_customers', 'read_orders', 'read_products'];
  const customers = options.customers ?? fixtureCustomers();
  const faults = faultSwitches();
  const tokens = accessTokens({ clientId, clientSecret, scopes, now });
  const requests: ShopifyRequest[] = [];
  const closing = new AbortController();
  const parts = {
    shop: openShop({ customers, scopes, faults, now }),
    schema: buildSchema(readFileSync(schemaFile, 'utf8')),
    bucket: costBucket(now),
    tokens,
    requests,
    closing: closing.signal,
  };
  const server = createServer((request, response) => void answerRequest(parts, request, response));
  const port = await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    customers,
    setFaults: (wanted) => faults.set(wanted),
    requests,
    revokeTokens: () => tokens.revoke(),
    async close() {
      closing.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
