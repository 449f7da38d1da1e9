// The root fields that find customers, orders and products.
import { GraphQLError } from 'graphql';
import { customerNode } from './customer-node.ts';
import { customerSearchFields } from './customer-search-fields.ts';
import type { FixtureCustomer } from './fixture-customer.ts';
import type { ShopRequest } from './open-shop.ts';
import { orderNode } from './order-node.ts';
import { orderSearchFields } from './order-search-fields.ts';
import { orderSortValue } from './order-sort-value.ts';
import { type PageArguments, pageRows } from './page-rows.ts';
import { productNode } from './product-node.ts';
import { readGid } from './read-gid.ts';
import { searchRows } from './search-rows.ts';

const idsMax = 250;

type ListArguments = PageArguments & { query?: string | null; sortKey: string };

/** `customer`, `nodes` and their like read the shop itself; `customers` and `orders` read the search index. */
export function customerQueries(request: ShopRequest) {
  const { shop } = request;
  const found = (customer: FixtureCustomer | undefined) => (customer ? customerNode(request, customer) : null);
  const customer = ({ id }: { id: string }) => {
    const { type, number } = readGid(id);
    return type === 'Customer' ? found(shop.customers.find((each) => each.number === number)) : null;
  };
  const order = ({ id }: { id: string }) => {
    const { type, number } = readGid(id);
    const owner = shop.customers.find((each) => each.orders.some((one) => one.number === number));
    const one = owner?.orders.find((each) => each.number === number);
    return type === 'Order' && owner && one ? orderNode(shop, one, () => customerNode(request, owner), owner) : null;
  };
  const product = ({ id }: { id: string }) => {
    const { type, number } = readGid(id);
    return type === 'Product' ? productNode(shop, number) : null;
  };
  const node = (args: { id: string }) => customer(args) ?? order(args) ?? product(args);
  return {
    customer,
    order,
    product,
    node,
    nodes({ ids }: { ids: string[] }) {
      if (ids.length > idsMax) throw tooManyIds(ids.length);
      return ids.map((id) => node({ id }));
    },
    customerByIdentifier({ identifier }: { identifier: { id?: string; emailAddress?: string } }) {
      if (identifier.id !== undefined) return customer({ id: identifier.id });
      const address = identifier.emailAddress?.toLowerCase();
      return found(shop.customers.find((each) => address !== undefined && each.email?.toLowerCase() === address));
    },
    customers: (args: ListArguments) => customerList(request, args),
    orders: (args: ListArguments) => orderList(request, args),
  };
}

function customerList(request: ShopRequest, args: ListArguments) {
  const { rows, report } = searchRows(request.indexed(), args.query ?? '', {
    path: 'customers',
    fields: customerSearchFields,
    text: (customer) => [customer.firstName, customer.lastName, customer.email].join(' '),
  });
  if (report) request.searchReports.push(report);
  const sortValues: Record<string, (customer: FixtureCustomer) => string> = {
    UPDATED_AT: (customer) => customer.updatedAt,
    CREATED_AT: (customer) => customer.createdAt,
    NAME: (customer) => `${customer.lastName} ${customer.firstName}`,
  };
  const options = {
    firstMax: 250,
    number: (each: FixtureCustomer) => each.number,
    sortValue: sortValues[args.sortKey],
  };
  const page = pageRows(rows, args, options);
  const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: customerNode(request, node) }));
  return { edges, nodes: edges.map((edge) => edge.node), pageInfo: page.pageInfo };
}

function orderList(request: ShopRequest, args: ListArguments) {
  const all = request.indexed().flatMap((owner) => owner.orders.map((order) => ({ order, owner })));
  const { rows, report } = searchRows(all, args.query ?? '', {
    path: 'orders',
    fields: orderSearchFields,
    text: ({ order }) => `#${order.number}`,
  });
  if (report) request.searchReports.push(report);
  const sortValue = orderSortValue(args.sortKey);
  const page = pageRows(rows, args, {
    firstMax: 250,
    number: ({ order }) => order.number,
    sortValue: sortValue && (({ order }) => sortValue(order)),
  });
  const edges = page.edges.map(({ cursor, node: { order, owner } }) => ({
    cursor,
    node: orderNode(request.shop, order, () => customerNode(request, owner), owner),
  }));
  return { edges, nodes: edges.map((edge) => edge.node), pageInfo: page.pageInfo };
}

function tooManyIds(count: number): GraphQLError {
  const message = `The input array size of ${count} is greater than the maximum allowed of ${idsMax}.`;
  return new GraphQLError(message, { extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' } });
}
