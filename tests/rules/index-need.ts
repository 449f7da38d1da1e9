// Which indexes Firestore needs to answer a query.
import type { RecordedQuery } from '../kit/record-queries.ts';

export type IndexField = { fieldPath: string; order?: string | undefined; arrayConfig?: string | undefined };

/**
 * Either one single-field index for each of several fields, which Firestore merges, or one composite index whose first
 * `equal` fields may stand in any order. No single fields at all: the index over document ids, which always is.
 */
export type IndexNeed = { single: IndexField[] } | { composite: { equal: IndexField[]; sorted: IndexField[] } };

const id = '__name__';
const equality = ['EQUAL', 'IN', 'IS_NULL', 'IS_NAN'];
const array = ['ARRAY_CONTAINS', 'ARRAY_CONTAINS_ANY'];

/**
 * By Firestore's documentation of index types: a query on one field uses that field's own index, equalities are merged,
 * anything else needs a composite index. Ids come along with every index, in the direction of its last field, and alone
 * only ascending: with FAILED_PRECONDITION Firestore refuses to begin at the greatest id, also for a `limitToLast`.
 */
export function indexNeed(query: RecordedQuery): IndexNeed {
  const equal = query.filters.filter(({ op, field }) => field !== id && [...equality, ...array].includes(op));
  const equalFields = unique(equal.map(({ field }) => field)).map((fieldPath) => asEqual(fieldPath, equal));
  const sorted = sortOf(query);
  const ids = query.orders.find(({ field }) => field === id)?.direction ?? sorted.at(-1)?.order ?? 'ASCENDING';
  if (sorted.length === 0) {
    if (ids === 'ASCENDING') return { single: equalFields };
    return { composite: { equal: equalFields, sorted: [{ fieldPath: id, order: ids }] } };
  }
  const follows = ids === sorted.at(-1)?.order;
  if (equalFields.length === 0 && sorted.length === 1 && follows) return { single: sorted };
  return { composite: { equal: equalFields, sorted: follows ? sorted : [...sorted, { fieldPath: id, order: ids }] } };
}

/** What the answer is sorted by, ids aside: a range over a field sorts by it where nothing else was said. */
function sortOf(query: RecordedQuery): { fieldPath: string; order: string }[] {
  const said = query.orders.filter(({ field }) => field !== id);
  const ranges = query.filters.filter(({ op, field }) => field !== id && ![...equality, ...array].includes(op));
  const missing = unique(ranges.map(({ field }) => field))
    .filter((field) => !said.some((order) => order.field === field))
    .sort();
  const direction = said.at(-1)?.direction ?? 'ASCENDING';
  return [
    ...said.map((order) => ({ fieldPath: order.field, order: order.direction })),
    ...missing.map((fieldPath) => ({ fieldPath, order: direction })),
  ];
}

function asEqual(fieldPath: string, filters: RecordedQuery['filters']): IndexField {
  const contains = filters.some(({ field, op }) => field === fieldPath && array.includes(op));
  return contains ? { fieldPath, arrayConfig: 'CONTAINS' } : { fieldPath, order: 'ASCENDING' };
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
