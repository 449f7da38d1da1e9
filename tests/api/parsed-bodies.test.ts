// The function behind the body parsers that the framework of Cloud Functions, and its emulator, put before it.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { api } from '../../functions/api/api-trigger.ts';
import type { TestApi } from '../kit/an-api.ts';

const house = vi.hoisted(() => ({ api: null as TestApi | null }));
vi.mock('../../functions/services.ts', async () => {
  house.api = (await import('../kit/an-api.ts')).anApi();
  return { services: house.api.services };
});

type Middleware = (request: unknown, response: unknown, next: () => void) => void;
type Parser = (options: object) => Middleware;
type App = { use(middleware: Middleware | typeof api): void } & Parameters<typeof createServer>[1];
type Express = { (): App; json: Parser; text: Parser; urlencoded: Parser; raw: Parser };

/** The one that firebase-functions brings. */
const express: Express = createRequire(import.meta.resolve('firebase-functions'))('express');

/** As the framework sets it up: any length, any content type, and the bytes kept beside what was made of them. */
function framework(): App {
  const app = express();
  const verify = (request: { rawBody: Buffer }, _response: unknown, bytes: Buffer) => {
    request.rawBody = bytes;
  };
  const options = { limit: '1024mb', verify };
  app.use(express.json(options));
  app.use(express.text(options));
  app.use(express.urlencoded({ ...options, extended: true }));
  app.use(express.raw({ ...options, type: '*/*' }));
  app.use(api);
  return app;
}

const server = createServer(framework());
let url = '';
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const mutation = 'mutation ($email: String!) { requestSignInLink(email: $email) }';
const asked = (email = 'ada@example.com') => JSON.stringify({ query: mutation, variables: { email } });
const tooLong = {
  errors: [{ message: 'The body may have at most 100000 bytes.', extensions: { code: 'BAD_USER_INPUT' } }],
};

/** Its status and answer, and how many messages it published. */
async function send(body: string | Blob | Uint8Array<ArrayBuffer>, headers: Record<string, string>) {
  const before = house.api?.queue.waiting.length ?? 0;
  const sent = body instanceof Blob ? body.stream() : body;
  const init = { method: 'POST', body: sent, headers, duplex: 'half' };
  const response = await fetch(`${url}/graphql`, init);
  const answer: unknown = await response.json();
  return { status: response.status, answer, published: (house.api?.queue.waiting.length ?? 0) - before };
}

describe('a body that the framework has parsed', () => {
  test.each([
    ['as it is', asked(), json],
    ['in chunks', new Blob([asked()]), json],
    ['packed', gzipSync(asked()), { ...json, 'content-encoding': 'gzip' }],
    ['of 100,000 bytes', asked().padEnd(100_000), json],
  ])('and that is JSON is answered, sent %s', async (_name, body, headers) => {
    expect(await send(body, headers)).toEqual({
      status: 200,
      answer: { data: { requestSignInLink: true } },
      published: 1,
    });
  });

  test.each([
    ['of 100,001 bytes', asked().padEnd(100_001), json],
    ['of 10 MB in chunks', new Blob([asked().padEnd(10_000_000)]), json],
    ['of 30 MB, packed into 30 KB', gzipSync(asked('a'.repeat(30_000_000))), { ...json, 'content-encoding': 'gzip' }],
    ['that is a form of 10 MB', `query=${'a'.repeat(10_000_000)}`, form],
  ])('%s is 413, and nothing is published', async (_name, body, headers) => {
    expect(await send(body, headers)).toEqual({ status: 413, answer: tooLong, published: 0 });
  });

  const field = encodeURIComponent('mutation { requestSignInLink(email: "ada@example.com") }');
  test.each([
    ['a form', `query=${field}`, form],
    ['a form with variables', `query=${encodeURIComponent(mutation)}&variables[email]=ada@example.com`, form],
    ['an empty form', '', form],
    ['JSON as plain text', asked(), { 'content-type': 'text/plain' }],
    ['JSON of no type', new TextEncoder().encode(asked()), {}],
  ])('that is %s is 415, and nothing is published', async (_name, body, headers) => {
    expect(await send(body, headers)).toMatchObject({
      status: 415,
      answer: { errors: [{ message: 'The body must be sent as application/json.' }] },
      published: 0,
    });
  });

  test.each(['', '{}', '[]', `[${asked()}]`])('and that is no request is 400: %j', async (body) => {
    expect(await send(body, json)).toMatchObject({
      status: 400,
      answer: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
      published: 0,
    });
  });
});

test('a request without a body is answered as ever', async () => {
  expect((await fetch(`${url}/health`)).status).toBe(200);
  expect((await fetch(`${url}/graphql`)).status).toBe(405);
  expect((await fetch(`${url}/elsewhere`)).status).toBe(404);
});
