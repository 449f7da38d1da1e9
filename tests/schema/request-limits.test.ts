import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createApi } from '../../functions/api/server.ts';
import { aLevel } from '../kit/a-level.ts';
import { anApi } from '../kit/an-api.ts';

const ask = (alias: string) => `${alias}: requestSignInLink(email: "${alias}@example.com")`;
const times = (count: number, text: (alias: string) => string) =>
  Array.from({ length: count }, (_, index) => text(`a${index}`)).join(' ');
const post = (body: string, contentType?: string) => ({
  method: 'POST',
  body: new TextEncoder().encode(body),
  headers: new Headers(contentType === undefined ? [] : [['content-type', contentType]]),
});
const one = JSON.stringify({ query: `mutation { ${ask('ada')} }` });

describe('one request asks for at most five sign-in mails', () => {
  test.each([
    ['six aliases', `mutation { ${times(6, ask)} }`],
    ['different fields', `mutation { signInWithLink(token: "a") { learnerId } ${times(5, ask)} }`],
    ['200 aliases', `mutation { ${times(200, ask)} }`],
    ['3000 aliases', `mutation { ${times(3000, ask)} }`],
    ['inline fragments', `mutation { ${times(6, (alias) => `... { ... on Mutation { ${ask(alias)} } }`)} }`],
    [
      'fragments',
      `mutation { ...F ...G } fragment F on Mutation { ${times(5, ask)} } fragment G on Mutation { ${ask('g')} }`,
    ],
    [
      'a fragment in a fragment',
      `mutation { ...F } fragment F on Mutation { ${times(5, ask)} ...G } fragment G on Mutation { ${ask('g')} }`,
    ],
    ['one of several operations', `query Q { levels { id } } mutation M { ${times(6, ask)} }`],
  ])('not with %s', async (_name, query) => {
    const { fetch, queue } = anApi();
    const body = JSON.stringify({ query, operationName: query.startsWith('query Q') ? 'M' : undefined });
    const response = await fetch('/graphql', post(body, 'application/json'));
    const { errors } = (await response.json()) as { errors: object[] };
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/at most 5 root fields|1000 tokens|at most 100000 bytes/),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(queue.waiting).toEqual([]);
  });

  test('and one it does, also by a fragment that is spread twice', async () => {
    const { ask: send, queue } = anApi();
    await send(`mutation { ...F ...F } fragment F on Mutation { ${ask('ada')} }`, {}, 'stranger');
    expect(queue.waiting).toHaveLength(1);
  });
});

describe('a query', () => {
  const levels = (alias: string) => `${alias}: levels { id }`;
  const api = anApi({ catalogue: { levels: [aLevel()], challenges: new Map() } });

  test('has up to 20 root fields', async () => {
    expect((await api.ask(`{ ${times(20, levels)} }`, {}, 'stranger')).errors).toEqual([]);
    expect((await api.ask(`{ ${times(21, levels)} }`, {}, 'stranger')).errors).toMatchObject([
      { message: 'A query may ask for at most 20 root fields, not 21.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('has up to 1,000 tokens', async () => {
    // Braces and the field are 5 tokens, each `id` with its directive is 8, and each alone is one.
    const ids = (alone: number) => `{ levels { ${'id @skip(if: false) '.repeat(124)} ${'id '.repeat(alone)} } }`;
    expect((await api.ask(ids(3), {}, 'stranger')).errors).toEqual([]);
    expect((await api.ask(ids(4), {}, 'stranger')).errors).toMatchObject([
      { message: expect.stringContaining('1000 tokens'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('that spreads a fragment into itself is refused, not walked for ever', async () => {
    const { errors } = await api.ask('{ ...F } fragment F on Query { levels { id } ...F }', {}, 'stranger');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('a body', () => {
  test.each([
    ['a form', `query=${encodeURIComponent(`mutation { ${ask('ada')} }`)}`, 'application/x-www-form-urlencoded'],
    ['a bare document', `mutation { ${ask('ada')} }`, 'application/graphql'],
    ['JSON of another name', one, 'application/graphql+json'],
    ['JSON as plain text', one, 'text/plain'],
    ['JSON as plain text that mentions JSON', one, 'text/plain; application/json'],
    ['JSON without a name', one, undefined],
  ])('that is %s is 415 and changes nothing', async (_name, body, contentType) => {
    const { fetch, queue } = anApi();
    const response = await fetch('/graphql', post(body, contentType));
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({
      errors: [{ message: 'The body must be sent as application/json.', extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(queue.waiting).toEqual([]);
  });

  test('may name its character set', async () => {
    const { fetch, queue } = anApi();
    expect((await fetch('/graphql', post(one, 'application/json; charset=utf-8'))).status).toBe(200);
    expect(queue.waiting).toHaveLength(1);
  });

  test.each(['application/json', 'application/graphql-response+json'])(
    'of 1 MB is 413, and the error says how long it may be (%s)',
    async (accept) => {
      const { fetch, queue } = anApi();
      const init = post(one.padEnd(1_000_000), 'application/json');
      init.headers.set('accept', accept);
      const response = await fetch('/graphql', init);
      expect(response.status).toBe(413);
      expect(await response.json()).toEqual({
        errors: [{ message: 'The body may have at most 100000 bytes.', extensions: { code: 'BAD_USER_INPUT' } }],
      });
      expect(queue.waiting).toEqual([]);
    },
  );

  test.each([
    ['one', `[${one}]`],
    ['two', `[${one},${one}]`],
    ['none', '[]'],
  ])('that is a list of %s operation(s) is refused: there is no batching', async (_name, body) => {
    const { fetch, queue } = anApi();
    const response = await fetch('/graphql', post(body, 'application/json'));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(queue.waiting).toEqual([]);
  });

  test('over 100 KB is 413, whether or not its length was said before', async () => {
    const { services, queue } = anApi();
    const api = createApi(services, { explorer: false });
    const server = createServer((request, response) => void api.handle(request, response));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    try {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      for (const [bytes, status] of [
        [100_000, 200],
        [100_001, 413],
      ] as const) {
        const body = one.padEnd(bytes);
        for (const sent of [body, new Blob([body]).stream()]) {
          const init = { method: 'POST', body: sent, duplex: 'half', headers: { 'content-type': 'application/json' } };
          expect((await fetch(`http://127.0.0.1:${port}/graphql`, init)).status).toBe(status);
        }
      }
      expect(queue.waiting).toHaveLength(2);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
