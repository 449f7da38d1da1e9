// Saved segments: list, read, create, change, and the frozen list of members of a query.
import { GraphQLError } from 'graphql';
import type { ShopRequest, ShopSegment } from './open-shop.ts';
import { type PageArguments, pageRows } from './page-rows.ts';
import { readGid } from './read-gid.ts';
import { segmentQuery } from './segment-query.ts';

/** Queries and mutations alike; a bad segment query is a userError in these mutations, as recorded. */
export function segmentFields(request: ShopRequest) {
  const { shop } = request;
  const find = (id: string) => shop.segments.find((segment) => segment.number === readGid(id).number);
  return {
    segment: ({ id }: { id: string }) => segmentNode(find(id)),
    segments(args: PageArguments & { query?: string | null }) {
      const rows = shop.segments.filter((segment) => segment.name.includes(args.query ?? ''));
      const page = pageRows(rows, args, { firstMax: 250, number: (segment) => segment.number });
      return {
        nodes: page.nodes.map(segmentNode),
        edges: page.edges.map(({ cursor, node }) => ({ cursor, node: segmentNode(node) })),
        pageInfo: page.pageInfo,
      };
    },
    segmentCreate({ name, query }: { name: string; query: string }) {
      const message = faultOf(query);
      if (message) return { segment: null, userErrors: [{ field: ['query'], message: `Query ${message}` }] };
      if (name === '') return { segment: null, userErrors: [{ field: ['name'], message: "Name can't be blank" }] };
      const at = shop.now().toISOString();
      const segment = { number: shop.nextNumber(), name, query, creationDate: at, lastEditDate: at };
      shop.segments.push(segment);
      return { segment: segmentNode(segment), userErrors: [] };
    },
    segmentUpdate({ id, query }: { id: string; query?: string | null }) {
      const segment = find(id);
      const message = query ? faultOf(query) : null;
      if (!segment) return { segment: null, userErrors: [{ field: ['id'], message: 'Segment does not exist' }] };
      if (message) return { segment: null, userErrors: [{ field: ['query'], message: `Query ${message}` }] };
      segment.query = query ?? segment.query;
      segment.lastEditDate = shop.now().toISOString();
      return { segment: segmentNode(segment), userErrors: [] };
    },
    customerSegmentMembersQueryCreate({ input }: { input: { query?: string | null; segmentId?: string | null } }) {
      const query = input.query ?? (input.segmentId ? find(input.segmentId)?.query : undefined) ?? '';
      const message = faultOf(query);
      if (message)
        return { customerSegmentMembersQuery: null, userErrors: [{ code: 'INVALID', field: null, message }] };
      const id = `gid://shopify/CustomerSegmentMembersQuery/${shop.nextNumber()}`;
      const members = request.indexed().filter(segmentQuery(query));
      shop.memberQueries.set(
        id,
        members.map((customer) => customer.number),
      );
      return { customerSegmentMembersQuery: { id, currentCount: 0, done: false }, userErrors: [] };
    },
  };
}

function segmentNode(segment: ShopSegment | undefined) {
  if (!segment) return null;
  const { number, ...fields } = segment;
  return { __typename: 'Segment', id: `gid://shopify/Segment/${number}`, ...fields };
}

function faultOf(query: string): string | null {
  try {
    segmentQuery(query);
    return null;
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
}
