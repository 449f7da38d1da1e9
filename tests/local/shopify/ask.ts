// Asks the stand-in one question over plain HTTP.
import { z } from 'zod';
import type { Shopify } from '../../../local/shopify/start-shopify.ts';
import { loadOperations } from './load-operations.ts';

const costSchema = z.object({
  requestedQueryCost: z.number(),
  actualQueryCost: z.number().nullable(),
  throttleStatus: z.object({ maximumAvailable: z.number(), currentlyAvailable: z.number(), restoreRate: z.number() }),
});

const bodySchema = z.looseObject({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .union([
      z.string(),
      z.array(
        z.looseObject({ message: z.string(), extensions: z.looseObject({ code: z.string().optional() }).optional() }),
      ),
    ])
    .optional(),
  extensions: z.object({ cost: costSchema, search: z.array(z.unknown()).optional() }).optional(),
});

export type Question = { query: string; variables?: Record<string, unknown>; token?: string | null };

const operations = loadOperations();

/** `query` is a document, or the name of an operation. A static token goes along unless `token` says otherwise. */
export async function ask(shopify: Shopify, { query, variables, token = 'shpat_static' }: Question) {
  const response = await fetch(`${shopify.url}/admin/api/2026-10/graphql.json`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token === null ? {} : { 'X-Shopify-Access-Token': token }) },
    body: JSON.stringify({ query: operations.get(query) ?? query, variables }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  const body = bodySchema.parse(isJson ? JSON.parse(text) : {});
  const errors = typeof body.errors === 'string' ? [] : (body.errors ?? []);
  return {
    status: response.status,
    headers: response.headers,
    body,
    code: errors[0]?.extensions?.code,
    message: errors[0]?.message,
  };
}
