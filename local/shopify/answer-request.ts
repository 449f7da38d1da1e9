// Answers one HTTP request: the API, the token address, or the fault switches.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { ZodError } from 'zod';
import type { AccessTokens } from './access-tokens.ts';
import { answerGraphql, type GraphqlServer } from './answer-graphql.ts';
import { readBody } from './read-body.ts';

/** What the stand-in remembers of a request: never a token or a secret. */
export type ShopifyRequest = {
  path: string;
  status: number;
  operationName: string | null;
  variables: Record<string, unknown>;
  /** Points; null where the query was not run. */
  requestedCost: number | null;
  /** `extensions.code` of the first GraphQL error. */
  code: string | null;
};

type ShopifyServer = GraphqlServer & { tokens: AccessTokens; requests: ShopifyRequest[]; closing: AbortSignal };

type Answer = { status: number; body: unknown; headers?: Record<string, string> };
type Incoming = { path: string; method: string; token: string | undefined; body: unknown };

const version = '2026-10';
const releaseCandidate = '2027-01';
const graphqlPath = /^\/admin\/api\/\d{4}-\d{2}\/graphql\.json$/;
const wrongToken = '[API] Invalid API key or access token (unrecognized login or wrong password)';

/** Never rejects: what fails here is a 500 that says so. A version that Shopify no longer has falls forward to ours. */
export async function answerRequest(server: ShopifyServer, request: IncomingMessage, response: ServerResponse) {
  try {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    const token = request.headers['x-shopify-access-token'];
    const body = await readBody(request);
    const incoming = { path, method: request.method ?? 'GET', token: Array.isArray(token) ? token[0] : token, body };
    const answer = await route(server, incoming);
    const type = typeof answer.body === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
    response.writeHead(answer.status, { 'Content-Type': type, 'X-Request-Id': randomUUID(), ...answer.headers });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  } catch (error) {
    if (response.headersSent || server.closing.aborted) response.destroy();
    else response.writeHead(500).end(error instanceof Error ? `the stand-in failed: ${error.message}` : '');
  }
}

async function route(server: ShopifyServer, incoming: Incoming): Promise<Answer> {
  const { path, method, body } = incoming;
  if (path === '/faults' && method === 'GET') return { status: 200, body: server.shop.faults.all() };
  if (path === '/faults' && method === 'POST') return setFaults(server, body);
  if (path === '/admin/oauth/access_token' && method === 'POST') {
    const answer = server.tokens.grant(body);
    remember(server, incoming, answer);
    return answer;
  }
  if (!graphqlPath.test(path) || method !== 'POST') return { status: 404, body: { errors: 'Not Found' } };
  return answerApi(server, incoming);
}

async function answerApi(server: ShopifyServer, incoming: Incoming): Promise<Answer> {
  const { faults } = server.shop;
  const delay = faults.take('delay');
  if (delay) await pause(delay.ms, undefined, { signal: server.closing });
  const broken = brokenAnswer(server, incoming.token);
  if (broken) {
    remember(server, incoming, broken);
    return broken;
  }
  const answer = await answerGraphql(server, incoming.body);
  remember(server, incoming, answer);
  const wrong = faults.take('wrongVersion');
  const answered = wrong ? (wrong.version ?? releaseCandidate) : version;
  return { status: answer.status, body: answer.body, headers: { 'X-Shopify-API-Version': answered } };
}

/** What fails before GraphQL is looked at, one fault a request. */
function brokenAnswer({ shop, tokens }: ShopifyServer, token: string | undefined): Answer | null {
  const headers = { 'X-Shopify-API-Version': version };
  if (shop.faults.take('status429'))
    return { status: 429, body: { errors: 'Too Many Requests' }, headers: { ...headers, 'Retry-After': '2.0' } };
  if (shop.faults.take('status500')) return { status: 500, body: { errors: 'Internal Server Error' }, headers };
  if (shop.faults.take('status502')) return { status: 502, body: '<html><body>Bad Gateway</body></html>' };
  const revoked = shop.faults.take('unauthorized');
  if (revoked) tokens.revoke();
  if (revoked || !tokens.accepts(token)) return { status: 401, body: { errors: wrongToken }, headers };
  return null;
}

function setFaults(server: ShopifyServer, body: unknown): Answer {
  try {
    server.shop.faults.set(body);
    return { status: 200, body: server.shop.faults.all() };
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const lines = error.issues.map((issue) => [issue.path.join('.'), issue.message].filter(Boolean).join(': '));
    return { status: 400, body: { error: lines.join('; ') } };
  }
}

type Answered = { status: number; body: unknown; operationName?: string | null; requestedCost?: number | null };

function remember(server: ShopifyServer, { path, body }: Incoming, answer: Answered) {
  const { operationName = null, requestedCost = null } = answer;
  const isApi = graphqlPath.test(path);
  const variables = isApi ? (property(body, 'variables') as Record<string, unknown> | undefined) : undefined;
  const errors = property(answer.body, 'errors');
  const code = property(property(Array.isArray(errors) ? errors[0] : undefined, 'extensions'), 'code');
  server.requests.push({
    path,
    status: answer.status,
    operationName,
    variables: variables ?? {},
    requestedCost,
    code: typeof code === 'string' ? code : null,
  });
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
