// Cuts one page out of rows, as a Relay connection with opaque cursors.
import { GraphQLError } from 'graphql';

export type PageArguments = {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
  reverse?: boolean | null;
};

type PageOptions<Row> = {
  /** Largest `first`: 1000 for segment members, 250 elsewhere. */
  firstMax: number;
  number: (row: Row) => number;
  /** What the rows are sorted by before their number; the number alone when absent. */
  sortValue?: (row: Row) => string;
};

export type Page<Node> = {
  edges: { cursor: string; node: Node }[];
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
};

type Place = { last_id: number; last_value: string };

/**
 * One page, forwards only. A cursor names a place in the order, not a row, so rows that come or go between two pages
 * shift nothing. Throws a GraphQLError `BAD_REQUEST` for a missing or too large `first` or a foreign cursor.
 */
export function pageRows<Row>(rows: readonly Row[], page: PageArguments, options: PageOptions<Row>): Page<Row> {
  const first = readFirst(page, options.firstMax);
  const place = (row: Row): Place => ({ last_id: options.number(row), last_value: options.sortValue?.(row) ?? '' });
  const direction = page.reverse ? -1 : 1;
  const sorted = [...rows].sort((a, b) => direction * compare(place(a), place(b)));
  const after = page.after ? readCursor(page.after) : null;
  const start = after ? sorted.findIndex((row) => direction * compare(place(row), after) > 0) : 0;
  const rest = start < 0 ? [] : sorted.slice(start);
  const edges = rest.slice(0, first).map((node) => ({ cursor: writeCursor(place(node)), node }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: rest.length > edges.length,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function readFirst({ first, last, before }: PageArguments, firstMax: number): number {
  if (typeof last === 'number' || before) throw badRequest('the stand-in pages forwards only');
  if (typeof first !== 'number') throw badRequest('you must provide one of first or last');
  if (first < 0) throw badRequest('first must be at least 0');
  if (first > firstMax) throw badRequest(`first cannot exceed ${firstMax}`);
  return first;
}

function compare(a: Place, b: Place): number {
  if (a.last_value !== b.last_value) return a.last_value < b.last_value ? -1 : 1;
  return a.last_id - b.last_id;
}

function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64');
}

function readCursor(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString());
    if (isPlace(place)) return place;
  } catch {}
  throw badRequest('Invalid cursor for current pagination sort.');
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'last_id' in value &&
    typeof value.last_id === 'number' &&
    'last_value' in value &&
    typeof value.last_value === 'string'
  );
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}
