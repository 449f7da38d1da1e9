import { readFileSync } from 'node:fs';
import { buildSchema, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { queryCost } from '../../../local/shopify/query-cost.ts';
import { loadOperations } from './load-operations.ts';

const schema = buildSchema(
  readFileSync(new URL('../../../functions/shopify/admin-2026-10.graphql', import.meta.url), 'utf8'),
);
const operations = loadOperations();

function costed(query: string, variables: Record<string, unknown>) {
  const { definitions } = parse(query);
  const operation = definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  const fragments = definitions.filter(
    (each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION,
  );
  if (!operation) throw new Error('no operation');
  return { schema, operation, fragments: new Map(fragments.map((each) => [each.name.value, each])), variables };
}

describe('the requested cost of an operation is the one in the notes', () => {
  test.each([
    ['ChallengeSegmentMembers', { query: '', first: 250 }, 24],
    ['ChallengeSegmentMembers', { query: '', first: 1000 }, 28],
    ['CustomersUpdatedSince', { query: '', first: 250 }, 24],
    ['OrdersUpdatedSince', { query: '', first: 50 }, 128],
    ['OrdersUpdatedSince', { query: '', first: 100 }, 164],
    ['OrdersUpdatedSince', { query: '', first: 250 }, 200],
    ['CustomerPurchases', { id: '', first: 10 }, 71],
    ['CustomerPurchases', { id: '', first: 50 }, 122],
    ['OrderForWebhook', { id: '' }, 32],
    ['CustomerById', { id: '' }, 2],
    ['CustomersByIds', { ids: ['', ''] }, 2],
    ['CustomerInSegments', { customerId: '', segmentIds: [] }, 2],
    ['EmailConsentWrite', {}, 11],
    ['BulkQueryStart', {}, 10],
    ['BulkOperationById', { id: '' }, 1],
  ])('%s with %j costs %i points', (name, variables, points) => {
    expect(queryCost(costed(operations.get(name) ?? '', variables))).toBe(points);
  });

  test('a connection of nothing costs 2 points', () => {
    expect(queryCost(costed('{ customers(first: 0) { nodes { id } } }', {}))).toBe(2);
  });

  test('deprecated consent objects and errors are free', () => {
    expect(queryCost(costed('{ customer(id: 1) { emailMarketingConsent { marketingState } } }', {}))).toBe(1);
  });
});

describe('the actual cost of an answer', () => {
  test('a null object still costs its own point, and nothing below it', () => {
    const query = costed(operations.get('CustomerPurchases') ?? '', { id: '', first: 10 });
    expect(queryCost(query, { customer: null })).toBe(1);
  });

  test('a connection costs by the rows that came, under whatever alias', () => {
    const query = costed('{ mine: customers(first: 250) { edges { node { id } } } }', {});
    expect(queryCost(query)).toBe(13);
    expect(queryCost(query, { mine: { edges: [{ node: { id: '1' } }, { node: { id: '2' } }] } })).toBe(3);
    expect(queryCost(query, { mine: { edges: [] } })).toBe(2);
  });
});
