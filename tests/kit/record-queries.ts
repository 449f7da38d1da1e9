// Records every query that a Firestore client sends, as far as its need of an index goes.
import type { Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';

/** A query or aggregation as it went over the wire; a `limitToLast` stands here with its orders reversed, as sent. */
export type RecordedQuery = {
  collectionGroup: string;
  /** Whether it reads all collections of that name, wherever they lie. */
  everywhere: boolean;
  /** `op` is the wire's own, such as `EQUAL`, `IN`, `GREATER_THAN`, `IS_NOT_NULL`. */
  filters: { field: string; op: string }[];
  orders: { field: string; direction: 'ASCENDING' | 'DESCENDING' }[];
};

/**
 * From now on adds to the list given back whatever this client asks. It listens at the one place through which the
 * client library sends queries, so none gets by: not in a transaction, not as a stream, not as an aggregation.
 */
export function recordQueries(db: Firestore): RecordedQuery[] {
  const recorded: RecordedQuery[] = [];
  const wire = db as unknown as Wire;
  const send = wire.requestStream;
  if (typeof send !== 'function') throw new Error('This version of the Firestore client sends queries in another way.');
  wire.requestStream = function (this: unknown, method, ...rest) {
    const read = requests[method];
    if (read !== undefined) recorded.push(toRecord(read(rest[1])));
    return send.call(this, method, ...rest);
  };
  return recorded;
}

type Wire = { requestStream: (method: string, ...rest: unknown[]) => unknown };

const field = z.object({ fieldPath: z.string() });
const fieldFilter = z.object({ field, op: z.string() });
type Filter = { fieldFilter?: unknown; unaryFilter?: unknown; compositeFilter?: { op: string; filters: Filter[] } };
const filter: z.ZodType<Filter> = z.lazy(() =>
  z.object({
    fieldFilter: fieldFilter.optional(),
    unaryFilter: fieldFilter.optional(),
    // Only AND: the planner of indexes says nothing of OR, and a query that it cannot judge must not pass.
    compositeFilter: z.object({ op: z.literal('AND'), filters: z.array(filter) }).optional(),
  }),
);
const structuredQuery = z.object({
  from: z.array(z.object({ collectionId: z.string(), allDescendants: z.boolean().optional() })).length(1),
  where: filter.optional(),
  orderBy: z.array(z.object({ field, direction: z.enum(['ASCENDING', 'DESCENDING']) })).default([]),
});
type StructuredQuery = z.infer<typeof structuredQuery>;

/** The requests that carry a query, and where in them it stands (google.firestore.v1). */
const requests: Record<string, (request: unknown) => StructuredQuery> = {
  runQuery: (request) => z.object({ structuredQuery }).parse(request).structuredQuery,
  runAggregationQuery: (request) =>
    z.object({ structuredAggregationQuery: z.object({ structuredQuery }) }).parse(request).structuredAggregationQuery
      .structuredQuery,
};

function toRecord(query: StructuredQuery): RecordedQuery {
  return {
    collectionGroup: query.from[0]?.collectionId ?? '',
    everywhere: query.from[0]?.allDescendants ?? false,
    filters: query.where === undefined ? [] : leaves(query.where),
    orders: query.orderBy.map((order) => ({ field: order.field.fieldPath, direction: order.direction })),
  };
}

function leaves(node: Filter): RecordedQuery['filters'] {
  if (node.compositeFilter !== undefined) return node.compositeFilter.filters.flatMap(leaves);
  const leaf = fieldFilter.parse(node.fieldFilter ?? node.unaryFilter);
  return [{ field: leaf.field.fieldPath, op: leaf.op }];
}
