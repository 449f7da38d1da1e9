// The judge of indexes sees each kind of fault.
import { describe, expect, it } from 'vitest';
import type { RecordedQuery } from '../kit/record-queries.ts';
import { indexFaults } from './index-faults.ts';
import type { IndexFile } from './index-file.ts';

const shapes = { things: { name: {}, size: {}, inner: { shown: {}, hidden: {} } } };
const ascending = [{ order: 'ASCENDING' as const, queryScope: 'COLLECTION' as const }];
const exempt = (fieldPath: string, indexes: typeof ascending = []) => ({
  collectionGroup: 'things',
  fieldPath,
  indexes,
});
const nothingIndexed = [exempt('name'), exempt('size'), exempt('inner')];
const query = (filters: [string, string][], orders: [string, 'ASCENDING' | 'DESCENDING'][] = []): RecordedQuery => ({
  collectionGroup: 'things',
  everywhere: false,
  filters: filters.map(([field, op]) => ({ field, op })),
  orders: orders.map(([field, direction]) => ({ field, direction })),
});
const composite = (...fields: [string, 'ASCENDING' | 'DESCENDING'][]): IndexFile['indexes'][number] => ({
  collectionGroup: 'things',
  queryScope: 'COLLECTION',
  fields: fields.map(([fieldPath, order]) => ({ fieldPath, order })),
});
const faults = (file: Partial<IndexFile>, ...queries: RecordedQuery[]) =>
  indexFaults({ indexes: [], fieldOverrides: nothingIndexed, ...file }, queries, shapes);

describe('the judge of indexes', () => {
  it('finds nothing where everything is exempted and queries go by id', () => {
    const byId = query([['__name__', 'GREATER_THAN_OR_EQUAL']], [['__name__', 'ASCENDING']]);
    expect(faults({}, byId, query([]))).toEqual([]);
  });

  it.each<[string, RecordedQuery]>([
    ['an equality', query([['name', 'EQUAL']])],
    ['a list of values', query([['name', 'IN']])],
    ['a range', query([['name', 'GREATER_THAN']])],
    ['an order', query([], [['name', 'ASCENDING']])],
    [
      'an equality beside a range of ids',
      query([
        ['name', 'EQUAL'],
        ['__name__', 'LESS_THAN'],
      ]),
    ],
  ])('finds %s on an exempted field', (_what, asked) => {
    expect(faults({}, asked)).toEqual(['a query needs the exempted index things(name ASCENDING)']);
    expect(faults({ fieldOverrides: [exempt('name', ascending), exempt('size'), exempt('inner')] }, asked)).toEqual([]);
  });

  it('finds an order against the direction of the only index', () => {
    const fieldOverrides = [exempt('name', ascending), exempt('size'), exempt('inner')];
    expect(faults({ fieldOverrides }, query([], [['name', 'DESCENDING']]))).toEqual([
      'a query needs the exempted index things(name DESCENDING)',
      'no query needs the index things(name ASCENDING)',
    ]);
  });

  it('finds a query that needs a composite index which nobody declared', () => {
    const asked = query([['name', 'IN']], [['size', 'DESCENDING']]);
    const fault = ['a query needs the undeclared index things(name ASCENDING, size DESCENDING)'];
    expect(faults({}, asked)).toEqual(fault);
    expect(faults({ indexes: [composite(['name', 'ASCENDING'], ['size', 'DESCENDING'])] }, asked)).toEqual([]);
    expect(faults({ indexes: [composite(['name', 'ASCENDING'], ['size', 'ASCENDING'])] }, asked)).toEqual([
      ...fault,
      'no query needs the index things(name ASCENDING, size ASCENDING)',
    ]);
  });

  it('finds a declared composite index that no query needs', () => {
    expect(faults({ indexes: [composite(['name', 'ASCENDING'], ['size', 'ASCENDING'])] })).toEqual([
      'no query needs the index things(name ASCENDING, size ASCENDING)',
    ]);
  });

  it('finds a query over all collections of a name, for which single fields have no index of their own accord', () => {
    const everywhere = { ...query([['name', 'EQUAL']]), everywhere: true };
    expect(faults({ fieldOverrides: [exempt('size'), exempt('inner')] }, everywhere)).toEqual([
      'a query needs the exempted index things(name ASCENDING)',
    ]);
  });

  it('finds a query that begins at the greatest id, which no index can serve', () => {
    expect(faults({}, query([], [['__name__', 'DESCENDING']]))).toEqual([
      'a query needs the undeclared index things(__name__ DESCENDING)',
    ]);
  });

  it('finds a field that is indexed though no query asks for it', () => {
    expect(faults({ fieldOverrides: [exempt('name'), exempt('inner')] })).toEqual([
      'no query needs things.size, and it is not exempted from indexing',
    ]);
  });

  it('takes no field for another whose name ends alike', () => {
    const asked = query([['filename', 'EQUAL']]);
    expect(faults({ fieldOverrides: [exempt('size'), exempt('inner')] }, asked)).toEqual([
      'no query needs things.name, and it is not exempted from indexing',
    ]);
  });

  it('finds a map’s other fields where one of them is asked for', () => {
    const asked = query([['inner.shown', 'EQUAL']]);
    expect(faults({ fieldOverrides: [exempt('name'), exempt('size')] }, asked)).toEqual([
      'no query needs things.inner.hidden, and it is not exempted from indexing',
    ]);
    expect(faults({ fieldOverrides: [...nothingIndexed, exempt('inner.shown', ascending)] }, asked)).toEqual([]);
    expect(faults({}, asked)).toEqual(['a query needs the exempted index things(inner.shown ASCENDING)']);
  });

  it('finds an exemption of a field that no document has', () => {
    expect(faults({ fieldOverrides: [...nothingIndexed, exempt('naem')] })).toEqual([
      'no document has the field things.naem',
    ]);
  });
});
