// Bulk operations, as far as starting, seeing and cancelling: the stand-in never runs one, so it stays CREATED.
import { type FieldNode, parse, visit } from 'graphql';
import type { ShopBulkOperation, ShopState } from './open-shop.ts';
import { type PageArguments, pageRows } from './page-rows.ts';
import { readGid } from './read-gid.ts';

const runningMax = 5;
const connectionNames = new Set(['customers', 'orders', 'lineItems', 'segments', 'subscriptionContracts']);

/** Five at a time, as recorded for 2026; the inner document must parse and hold a connection. */
export function bulkFields(shop: ShopState) {
  const find = (id: string) => shop.bulkOperations.find((each) => each.number === readGid(id).number);
  return {
    bulkOperation: ({ id }: { id: string }) => bulkNode(find(id)),
    bulkOperations(args: PageArguments) {
      const page = pageRows(shop.bulkOperations, args, { firstMax: 250, number: (each) => each.number });
      return {
        nodes: page.nodes.map(bulkNode),
        edges: page.edges.map(({ cursor, node }) => ({ cursor, node: bulkNode(node) })),
        pageInfo: page.pageInfo,
      };
    },
    currentBulkOperation: () => bulkNode(shop.bulkOperations.at(-1)),
    bulkOperationRunQuery({ query }: { query: string }) {
      const message = faultOf(query);
      if (message) return refusal('INVALID', ['query'], message);
      const running = shop.bulkOperations.filter((each) => each.status === 'CREATED');
      if (running.length >= runningMax) {
        const ids = running.map((each) => `gid://shopify/BulkOperation/${each.number}`).join(', ');
        return refusal(
          'OPERATION_IN_PROGRESS',
          null,
          `A bulk query operation for this app and shop is already in progress: ${ids}.`,
        );
      }
      const operation: ShopBulkOperation = {
        number: shop.nextNumber(),
        status: 'CREATED',
        query,
        createdAt: shop.now().toISOString(),
        completedAt: null,
      };
      shop.bulkOperations.push(operation);
      return { bulkOperation: bulkNode(operation), userErrors: [] };
    },
    bulkOperationCancel({ id }: { id: string }) {
      const operation = find(id);
      if (operation?.status !== 'CREATED')
        return {
          bulkOperation: bulkNode(operation),
          userErrors: [{ field: null, message: 'The bulk operation cannot be canceled.' }],
        };
      operation.status = 'CANCELED';
      operation.completedAt = shop.now().toISOString();
      return { bulkOperation: bulkNode(operation), userErrors: [] };
    },
  };
}

function bulkNode(operation: ShopBulkOperation | undefined) {
  if (!operation) return null;
  const { number, ...fields } = operation;
  return {
    __typename: 'BulkOperation',
    id: `gid://shopify/BulkOperation/${number}`,
    ...fields,
    type: 'QUERY',
    errorCode: null,
    objectCount: '0',
    rootObjectCount: '0',
    fileSize: null,
    url: null,
    partialDataUrl: null,
  };
}

function faultOf(query: string): string | null {
  const connections: string[] = [];
  const collect = ({ name }: FieldNode) => {
    if (connectionNames.has(name.value)) connections.push(name.value);
  };
  try {
    visit(parse(query), { Field: collect });
  } catch {
    return 'Invalid bulk query: the document does not parse.';
  }
  return connections.length === 0 ? 'Bulk queries must contain at least one connection.' : null;
}

function refusal(code: string, field: string[] | null, message: string) {
  return { bulkOperation: null, userErrors: [{ code, field, message }] };
}
