// Rule: what an answer of the Admin API means for the one who asked.
import type { ClientResponse } from '@shopify/admin-api-client';
import { z } from 'zod';

export type Verdict =
  | { kind: 'data'; data: unknown }
  /** A later try can succeed. `waitMilliseconds` is what Shopify asked for, or what the missing points take. */
  | { kind: 'again'; because: string; waitMilliseconds?: number }
  | { kind: 'unauthorized' }
  /** No later try can succeed. */
  | { kind: 'refused'; because: string };

/** The Admin API version that everything here was made for; accessible until 2027-10-16. */
export const apiVersion = '2026-10';

/** `because` holds nothing that Shopify worded: its sentences may quote what was asked. */
export function readAnswer({ data, errors, extensions, headers }: ClientResponse<unknown>): Verdict {
  const status = errors?.networkStatusCode;
  if (errors !== undefined && status !== 200) return readStatus(status, errors.response?.headers);
  if (errors !== undefined && errors.graphQLErrors === undefined)
    return { kind: 'again', because: 'its answer is not GraphQL' };
  const codes = errors === undefined ? [] : readCodes(errors.graphQLErrors);
  if (codes.includes('THROTTLED'))
    return { kind: 'again', because: 'it throttles', waitMilliseconds: millisecondsUntilAffordable(extensions) };
  const version = (headers ?? errors?.response?.headers)?.get('x-shopify-api-version');
  if (version !== apiVersion)
    return { kind: 'refused', because: `the answer’s API version is ${versionName(version)} instead of ${apiVersion}` };
  if (codes.includes('INTERNAL_SERVER_ERROR')) return { kind: 'again', because: 'INTERNAL_SERVER_ERROR' };
  if (errors !== undefined) return { kind: 'refused', because: `GraphQL errors (${codes.join(', ')})` };
  if (ignoresSearch(extensions))
    return { kind: 'refused', because: 'it ignored a search field, so anybody may be in it' };
  return { kind: 'data', data };
}

const mends: Record<number, string> = {
  402: 'the shop is frozen',
  403: 'the app lacks a scope or the shop is closed',
  404: 'SHOPIFY_SHOP names no shop',
  423: 'the shop is locked',
};

function readStatus(status: number | undefined, headers: Headers | undefined): Verdict {
  if (status === undefined) return { kind: 'again', because: 'it did not answer' };
  if (status === 401) return { kind: 'unauthorized' };
  if (status === 429 || status >= 500) {
    // Seconds, also with a fraction, such as 2.0; the date that HTTP allows too is not Shopify's way.
    const seconds = z.coerce.number().positive().safeParse(headers?.get('retry-after')).data;
    const again: Verdict = { kind: 'again', because: `HTTP ${status}` };
    return seconds === undefined ? again : { ...again, waitMilliseconds: seconds * 1000 };
  }
  return { kind: 'refused', because: [`HTTP ${status}`, mends[status]].filter(Boolean).join(': ') };
}

const codesSchema = z.array(
  z
    .object({ extensions: z.object({ code: z.string().regex(/^[A-Z_]{1,60}$/) }) })
    .catch({ extensions: { code: 'without a code' } }),
);

function readCodes(graphQLErrors: unknown): string[] {
  const parsed = codesSchema.safeParse(graphQLErrors);
  return parsed.success ? [...new Set(parsed.data.map(({ extensions }) => extensions.code))] : ['without a code'];
}

const costSchema = z.object({
  cost: z.object({
    requestedQueryCost: z.number(),
    throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number().positive() }),
  }),
});

/** A second at least: the bucket may have been filled since, and emptied by others. */
function millisecondsUntilAffordable(extensions: unknown): number | undefined {
  const cost = costSchema.safeParse(extensions).data?.cost;
  if (cost === undefined) return undefined;
  const { currentlyAvailable, restoreRate } = cost.throttleStatus;
  return Math.max(1, Math.ceil((cost.requestedQueryCost - currentlyAvailable) / restoreRate)) * 1000;
}

const searchSchema = z.object({
  search: z.array(z.object({ warnings: z.array(z.unknown()).max(0).optional() })).optional(),
});

/** Shopify reads a field it does not know as matching everything, and says so only here. */
function ignoresSearch(extensions: unknown): boolean {
  return !searchSchema.safeParse(extensions ?? {}).success;
}

function versionName(version: string | null | undefined): string {
  return /^(\d{4}-\d{2}|unstable)$/.test(version ?? '') ? String(version) : 'unknown';
}
