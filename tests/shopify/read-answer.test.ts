// What an answer of the Admin API means.
import type { ClientResponse } from '@shopify/admin-api-client';
import { describe, expect, it } from 'vitest';
import { apiVersion, readAnswer } from '../../functions/shopify/read-answer.ts';

const headers = new Headers({ 'X-Shopify-API-Version': apiVersion });
const cost = (requestedQueryCost: number, currentlyAvailable: number) => ({
  cost: { requestedQueryCost, throttleStatus: { maximumAvailable: 2000, currentlyAvailable, restoreRate: 100 } },
});
const withErrors = (...graphQLErrors: object[]): ClientResponse['errors'] => ({
  networkStatusCode: 200,
  message: 'GraphQL error',
  graphQLErrors: graphQLErrors.map((error) => ({ message: 'ada@example.com is wrong', ...error })),
  response: new Response('{}', { headers }),
});
const coded = (code: string) => ({ extensions: { code } });
const withStatus = (status: number, more: Record<string, string> = {}): ClientResponse => ({
  errors: { networkStatusCode: status, message: 'x', response: new Response('', { status, headers: more }) },
});

describe('readAnswer', () => {
  it('gives the data of a good answer', () => {
    expect(readAnswer({ data: { shop: 1 }, headers, extensions: cost(1, 1999) })).toEqual({
      kind: 'data',
      data: { shop: 1 },
    });
  });

  it.each([
    [600, 100, 5000],
    [601, 100, 6000],
    [28, 2000, 1000],
  ])('waits for %i points of which %i are there', (requested, available, waitMilliseconds) => {
    const answer = { errors: withErrors(coded('THROTTLED')), extensions: cost(requested, available), headers };
    expect(readAnswer(answer)).toMatchObject({ kind: 'again', waitMilliseconds });
  });

  it('leaves the wait to the backoff where a throttled answer tells no cost', () => {
    const verdict = readAnswer({ errors: withErrors(coded('THROTTLED')), headers });
    expect(verdict).toMatchObject({ kind: 'again', waitMilliseconds: undefined });
  });

  it('refuses partial data, and repeats nothing that Shopify worded', () => {
    const answer = {
      data: { a: 1 },
      errors: withErrors(coded('ACCESS_DENIED'), {}, coded('ada@example.com')),
      headers,
    };
    expect(readAnswer(answer)).toEqual({ kind: 'refused', because: 'GraphQL errors (ACCESS_DENIED, without a code)' });
  });

  it('takes an internal error of Shopify for one that passes', () => {
    expect(readAnswer({ errors: withErrors(coded('INTERNAL_SERVER_ERROR')), headers }).kind).toBe('again');
  });

  it.each([429, 500, 502, 503])('takes HTTP %i for a fault that passes, after what Retry-After says', (status) => {
    expect(readAnswer(withStatus(status))).toEqual({ kind: 'again', because: `HTTP ${status}` });
    expect(readAnswer(withStatus(status, { 'Retry-After': '2.0' }))).toMatchObject({ waitMilliseconds: 2000 });
    expect(readAnswer(withStatus(status, { 'Retry-After': 'Mon, 23 Nov 2026 08:00:00 GMT' }))).not.toHaveProperty(
      'waitMilliseconds',
    );
  });

  it.each([402, 403, 404, 423, 430])('takes HTTP %i for one that does not', (status) => {
    expect(readAnswer(withStatus(status))).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining(`${status}`),
    });
  });

  it('takes no answer, and one that is not GraphQL, for a fault that passes', () => {
    expect(readAnswer({ errors: { message: 'fetch failed' } }).kind).toBe('again');
    expect(readAnswer(withStatus(200)).kind).toBe('again');
  });

  it.each([undefined, '2027-01'])('refuses data of version %s', (version) => {
    const answered = new Headers(version === undefined ? {} : { 'X-Shopify-API-Version': version });
    expect(readAnswer({ data: {}, headers: answered }).kind).toBe('refused');
  });

  it('refuses an answer whose search ignored something, and only that', () => {
    const search = (...reports: object[]) => readAnswer({ data: {}, headers, extensions: { search: reports } }).kind;
    expect(search({ path: ['customers'], parsed: {} }, { warnings: [] })).toBe('data');
    expect(search({}, { warnings: [{ code: 'invalid_field' }] })).toBe('refused');
    expect(readAnswer({ data: {}, headers, extensions: { search: 'unheard of' } }).kind).toBe('refused');
  });
});
