// `customerSegmentMembers` and its relatives: who is in a segment.
import { GraphQLError } from 'graphql';
import { customerNames } from './customer-names.ts';
import type { FixtureCustomer } from './fixture-customer.ts';
import type { ShopRequest } from './open-shop.ts';
import { type Page, type PageArguments, pageRows } from './page-rows.ts';
import { readGid } from './read-gid.ts';
import { segmentQuery } from './segment-query.ts';

type MemberArguments = PageArguments & { query?: string | null; segmentId?: string | null; queryId?: string | null };

/** The root fields, on the customers that the index knows. A bad segment query is a GraphQL error, as recorded. */
export function segmentMemberQueries(request: ShopRequest) {
  const { shop } = request;
  return {
    customerSegmentMembers(args: MemberArguments) {
      const members = selectMembers(request, args);
      const page = pageRows(members, args, { firstMax: 1000, number: (customer) => customer.number });
      const cut = shorten(request, page);
      return {
        totalCount: members.length,
        edges: cut.edges.map(({ cursor, node }) => ({ cursor, node: memberNode(node) })),
        pageInfo: cut.pageInfo,
      };
    },
    customerSegmentMembersQuery({ id }: { id: string }) {
      const numbers = shop.memberQueries.get(id);
      return numbers
        ? { __typename: 'CustomerSegmentMembersQuery', id, currentCount: numbers.length, done: true }
        : null;
    },
    customerSegmentMembership({ customerId, segmentIds }: { customerId: string; segmentIds: string[] }) {
      const { number } = readGid(customerId);
      const customer = request.indexed().find((each) => each.number === number);
      const memberships = segmentIds.flatMap((segmentId) => {
        const segment = shop.segments.find((each) => each.number === readGid(segmentId).number);
        if (!segment) return [];
        return [{ segmentId, isMember: customer !== undefined && segmentQuery(segment.query)(customer) }];
      });
      return { memberships };
    },
  };
}

function selectMembers(request: ShopRequest, { query, segmentId, queryId }: MemberArguments): FixtureCustomer[] {
  if (queryId) {
    const numbers = new Set(request.shop.memberQueries.get(queryId));
    return request.shop.customers.filter((customer) => numbers.has(customer.number));
  }
  const segment = request.shop.segments.find((each) => segmentId && each.number === readGid(segmentId).number);
  const text = query ?? segment?.query;
  if (text === undefined) throw new GraphQLError('Segment not found', { extensions: { code: 'BAD_REQUEST' } });
  return request.indexed().filter(segmentQuery(text));
}

/** The fault `truncatedWalk`: the page keeps its first half and says that it is the last. */
function shorten(request: ShopRequest, page: Page<FixtureCustomer>): Pick<Page<FixtureCustomer>, 'edges' | 'pageInfo'> {
  if (page.edges.length === 0 || !request.shop.faults.take('truncatedWalk')) return page;
  const edges = page.edges.slice(0, Math.floor(page.edges.length / 2));
  const endCursor = edges.at(-1)?.cursor ?? null;
  return { edges, pageInfo: { ...page.pageInfo, hasNextPage: false, endCursor } };
}

function memberNode(customer: FixtureCustomer) {
  const lastOrder = customer.orders.at(-1);
  return {
    ...customerNames(customer),
    id: `gid://shopify/CustomerSegmentMember/${customer.number}`,
    lastOrderId: lastOrder ? `gid://shopify/Order/${lastOrder.number}` : null,
  };
}
