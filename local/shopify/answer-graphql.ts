// Answers one GraphQL request: validates, charges the bucket, executes, and lets the faults have their way.
import {
  execute,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { z } from 'zod';
import type { CostBucket } from './cost-bucket.ts';
import { malform } from './malform.ts';
import type { ShopRequest, ShopState } from './open-shop.ts';
import { queryCost } from './query-cost.ts';
import { shopRoot } from './shop-root.ts';

/** Points that one query may request. */
const requestedMax = 1000;

const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

type GraphqlAnswer = {
  status: number;
  body: Record<string, unknown>;
  operationName: string | null;
  /** Points; null where the query was not understood. */
  requestedCost: number | null;
};

export type GraphqlServer = { shop: ShopState; schema: GraphQLSchema; bucket: CostBucket };

/** HTTP 200 for everything that parses as a GraphQL request, errors included, as Shopify does; else 400. */
export async function answerGraphql(server: GraphqlServer, request: unknown): Promise<GraphqlAnswer> {
  const parsed = requestSchema.safeParse(request);
  if (!parsed.success) return refuse(400, { errors: { query: 'Required parameter missing or invalid' } });
  const understood = understand(server.schema, parsed.data);
  if ('errors' in understood) return refuse(200, { errors: understood.errors });
  const { document, operation, variables } = understood;
  const costed = { schema: server.schema, operation, fragments: fragmentsOf(document.definitions), variables };
  const requested = queryCost(costed);
  const answer = (body: Record<string, unknown>, actual: number | null, search?: object[]): GraphqlAnswer => {
    const throttleStatus = server.bucket.status();
    const cost = { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus };
    const extensions = search?.length ? { cost, search } : { cost };
    return {
      status: 200,
      body: { ...body, extensions },
      operationName: operation.name?.value ?? null,
      requestedCost: requested,
    };
  };
  if (requested > requestedMax) return answer({ errors: [tooCostly(requested)] }, null);
  if (server.shop.faults.take('throttled') || !server.bucket.reserve(requested))
    return answer({ errors: [throttled] }, null);
  const shopRequest = openRequest(server.shop);
  const result = await execute({
    schema: server.schema,
    document,
    rootValue: shopRoot(shopRequest),
    variableValues: variables,
    operationName: operation.name?.value,
  });
  const body: { data?: unknown; errors?: unknown } = structuredClone({
    ...(result.errors ? { errors: result.errors.map((error) => error.toJSON()) } : {}),
    data: result.data ?? null,
  });
  const actual = body.data === null ? requested : queryCost(costed, body.data);
  server.bucket.refund(requested - actual);
  breakRow(server.shop, body.data);
  return answer(body, actual, shopRequest.searchReports);
}

function understand(schema: GraphQLSchema, { query, variables, operationName }: z.infer<typeof requestSchema>) {
  try {
    const document = parse(query);
    const operation = getOperationAST(document, operationName);
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors: errors.map((error) => error.toJSON()) };
    if (!operation) return { errors: [{ message: 'An operation name is required' }] };
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
    if (coerced.errors)
      return {
        errors: coerced.errors.map((error) => ({ ...error.toJSON(), extensions: { code: 'INVALID_VARIABLE' } })),
      };
    return { document, operation: operation as OperationDefinitionNode, variables: coerced.coerced };
  } catch (error) {
    return { errors: [{ message: error instanceof Error ? error.message : 'syntax error' }] };
  }
}

/** One look at the shop; the fault `laggingIndex` is taken by the first read of the index in the request. */
function openRequest(shop: ShopState): ShopRequest {
  let hidden: Set<number> | undefined;
  return {
    shop,
    indexed() {
      hidden ??= new Set(shop.faults.take('laggingIndex')?.customers);
      return shop.customers.filter((customer) => !hidden?.has(customer.number));
    },
    searchReports: shop.faults.take('searchWarning') ? [ignoredField] : [],
  };
}

function breakRow(shop: ShopState, data: unknown): void {
  const fault = shop.faults.all().malformed;
  if (fault && malform(data, fault.kind ?? 'missingMarketingState')) shop.faults.take('malformed');
}

function fragmentsOf(definitions: readonly { kind: string }[]): Map<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((each): each is FragmentDefinitionNode => each.kind === 'FragmentDefinition');
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function refuse(status: number, body: Record<string, unknown>): GraphqlAnswer {
  return { status, body, operationName: null, requestedCost: null };
}

const documentation = 'https://shopify.dev/api/usage/rate-limits';
const throttled = { message: 'Throttled', extensions: { code: 'THROTTLED', documentation } };

const ignoredField: ShopRequest['searchReports'][number] = {
  path: ['customers'],
  query: 'product_id:1001',
  parsed: { field: 'product_id', match_all: '1001' },
  warnings: [{ field: 'product_id', message: 'Invalid search field for this query.', code: 'invalid_field' }],
};

function tooCostly(cost: number) {
  return {
    message: `Query cost is ${cost}, which exceeds the single query max cost limit (${requestedMax}).`,
    extensions: { code: 'MAX_COST_EXCEEDED', cost, maxCost: requestedMax, documentation },
  };
}
