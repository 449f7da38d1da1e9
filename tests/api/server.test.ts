import { debug, error, info, log, warn, write } from 'firebase-functions/logger';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../../functions/errors.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';
import { anApi } from '../kit/an-api.ts';

vi.mock('firebase-functions/logger', { spy: true });

const address = 'ada.lovelace@example.com';
const json = { 'content-type': 'application/json' };
const introspection = '{ __schema { queryType { name } } }';

/** Everything that was written anywhere during a test. */
let logged: string[] = [];

beforeEach(() => {
  logged = [];
  const keep = (...args: unknown[]) => void logged.push(JSON.stringify(args));
  for (const line of [debug, error, info, log, warn, write]) vi.mocked(line).mockImplementation(keep);
  for (const level of ['debug', 'info', 'log', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(keep);
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a request that is no good', () => {
  test.each([
    ['broken JSON', `{"query": "{ me { id } }", "variables": ${address}`],
    ['an address alone', address],
    ['a string', JSON.stringify(address)],
    ['no query', JSON.stringify({ variables: { email: address } })],
    ['a query that does not parse', JSON.stringify({ query: `{ ${address}` })],
    ['a field that does not exist', JSON.stringify({ query: `{ address(is: "${address}") }` })],
    [
      'variables of the wrong type',
      JSON.stringify({ query: 'query ($w: Int!) { me { id } }', variables: { w: address } }),
    ],
    ['a list', JSON.stringify([{ query: `mutation { requestSignInLink(email: "${address}") }` }])],
  ])('%s is refused, changes nothing, and leaves no trace of what it held in any log', async (_name, body) => {
    const { fetch, queue } = anApi();
    const response = await fetch('/graphql', {
      method: 'POST',
      body,
      headers: { ...json, accept: 'application/graphql-response+json' },
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(queue.waiting).toEqual([]);
    expect(logged.join()).not.toContain('ada');
  });

  test('broken JSON is 400 and BAD_USER_INPUT for every client, and its text is not sent back', async () => {
    const { fetch } = anApi();
    for (const accept of ['application/json', 'application/graphql-response+json', '*/*']) {
      const response = await fetch('/graphql', { method: 'POST', body: `{${address}`, headers: { ...json, accept } });
      expect(response.status).toBe(400);
      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
      expect(text).not.toContain('ada');
    }
  });

  test.each([
    ['that does not parse', '{ levels {', {}],
    ['that does not fit the schema', '{ levels { ids } }', {}],
    ['without the operation it names', 'query One { levels { id } } query Two { levels { id } }', {}],
    ['with a variable of the wrong type', 'query ($week: String!) { assignment(week: $week) { id } }', { week: 5 }],
    ['with null where a value must be', 'query ($w: String = "x") { assignment(week: $w) { id } }', { w: null }],
  ])('a document %s is BAD_USER_INPUT and no failure of ours', async (_name, document, variables) => {
    for (const explorer of [true, false]) {
      const { errors } = await anApi({}, { explorer }).ask(document, variables, 'owner');
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
    expect(logged).toEqual([]);
  });

  test.each(['{ level }', '{ levels { nam } }', '{ lebels { id } }', '{ level(ids: 1, id: 1) { id } }'])(
    '%s suggests names only where there is an explorer',
    async (document) => {
      const suggested = async (explorer: boolean) => {
        const { errors } = await anApi({}, { explorer }).ask(document, {}, 'stranger');
        return errors.map(({ message }) => message).join();
      };
      expect(await suggested(true)).toContain('Did you mean');
      expect(await suggested(false)).toMatch(/^[^?]+\.$/);
    },
  );

  test('a GET changes nothing', async () => {
    const { fetch, queue } = anApi();
    const query = encodeURIComponent(`mutation { requestSignInLink(email: "${address}") }`);
    expect((await fetch(`/graphql?query=${query}`)).status).toBe(405);
    expect(queue.waiting).toEqual([]);
  });

  test.each(['query={levels{id}}', 'query={levels{id}}&variables=nope', ''])(
    'a GET of the API is told to be a POST, with the explorer too: %j',
    async (asked) => {
      for (const explorer of [true, false]) {
        const response = await anApi({}, { explorer }).fetch(`/graphql?${asked}`);
        expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
        expect(await response.json()).toEqual({
          errors: [{ message: 'An operation must be sent by POST.', extensions: { code: 'BAD_USER_INPUT' } }],
        });
      }
      expect(logged).toEqual([]);
    },
  );
});

describe('a session', () => {
  test.each([
    ['of another scheme', 'Basic YWRhOnB3'],
    ['without a token', 'Bearer '],
    ['that is no token', 'Bearer nonsense'],
    ['of an expired or foreign token', 'Bearer expired.id.token'],
  ])('%s is refused with 401 and is no stranger’s, even where strangers may read', async (_name, authorization) => {
    const { fetch } = anApi();
    const body = JSON.stringify({ query: '{ levels { id } }' });
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const response = await fetch('/graphql', { method: 'POST', body, headers: { ...json, accept, authorization } });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
    expect(logged).toEqual([]);
  });

  test('a stranger who asks for a learner’s field is told to sign in, with the field’s place', async () => {
    const { data, errors } = await anApi().ask('mutation { pauseMail(weeks: 1) { id } }', {}, 'stranger');
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['pauseMail'], extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('a failure', () => {
  test('that nobody expected tells the client nothing, and the log no message', async () => {
    const api = anApi();
    api.services.stores = async () => {
      throw new TypeError(`cannot read ${address}`, { cause: new Error(`because of ${address}`) });
    };
    const { errors } = await api.ask('{ levels { id } }', {}, 'stranger');
    expect(errors).toEqual([
      {
        message: 'Something went wrong here. Try again later.',
        path: ['levels'],
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ]);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('TypeError');
    expect(logged[0]).toContain('server.test.ts');
    expect(logged.join()).not.toContain('ada');
  });

  test('is logged by the field’s name, not by the alias that a client wrote', async () => {
    const api = anApi();
    api.services.stores = () => Promise.reject(new TypeError('unreachable'));
    await api.ask('{ ada_lovelace: levels { id } }', {}, 'stranger');
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('"field":"levels"');
    expect(logged[0]).not.toContain('ada');
  });

  test('of the contract keeps its code and message, and is not logged', async () => {
    const api = anApi();
    api.services.stores = async () => {
      throw new AppError('OVERLOADED', 'Said for everyone.');
    };
    const { errors } = await api.ask('{ levels { id } }', {}, 'stranger');
    expect(errors).toMatchObject([{ message: 'Said for everyone.', extensions: { code: 'OVERLOADED' } }]);
    expect(logged).toEqual([]);
  });

  test.each(['UNREADABLE', 'MISCONFIGURED', 'CONFLICT', 'SHOPIFY_FAILED'] as const)(
    'of our own that the contract does not name (%s) is told to the log alone',
    async (code) => {
      const api = anApi();
      api.services.stores = async () => {
        throw new AppError(code, 'Said for the log.');
      };
      const { errors } = await api.ask('{ levels { id } }', {}, 'stranger');
      expect(errors).toMatchObject([
        { message: 'Something went wrong here. Try again later.', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
      ]);
      expect(logged).toHaveLength(1);
      expect(logged[0]).toContain(code);
      expect(logged[0]).toContain('Said for the log.');
    },
  );

  test('of a value that does not fit its field is ours, and the value is told to nobody', async () => {
    const learner = aLearner({ passes: 1234.5 });
    const catalogue = { levels: [aLevel()], challenges: new Map() };
    const api = anApi({ learners: new Map([[learner.id, learner]]), catalogue });
    const { errors } = await api.ask('{ me { progress { passed } } }', {}, 'owner');
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(logged).toHaveLength(1);
    expect(JSON.stringify([errors, logged])).not.toContain('1234');
  });

  test('to learn who someone is is no refusal: they may try again', async () => {
    const api = anApi();
    api.services.identity = async () => {
      throw new Error('no network');
    };
    const { errors } = await api.ask('{ levels { id } }', {}, 'owner');
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  });
});

describe('what is served', () => {
  test('health is answered without looking at anything', async () => {
    const api = anApi();
    api.services.stores = () => Promise.reject(new Error('not needed'));
    expect((await api.fetch('/health')).status).toBe(200);
  });

  test('no other origin is let in, and no other path answers', async () => {
    const { fetch } = anApi();
    const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
    const preflight = await fetch('/graphql', { method: 'OPTIONS', headers });
    expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect((await fetch('/')).status).toBe(404);
  });

  test('without the explorer there is neither introspection nor a page', async () => {
    const { ask, fetch } = anApi();
    const { data, errors } = await ask(introspection, {}, 'admin');
    expect(data).toBeNull();
    expect(errors[0]?.message).toContain('introspection');
    const page = await fetch('/graphql', { headers: { accept: 'text/html' } });
    expect(await page.text()).not.toContain('<html');
  });

  test('with the explorer there is introspection, and a page that loads nothing from elsewhere', async () => {
    const { ask, fetch } = anApi({}, { explorer: true });
    expect((await ask(introspection, {}, 'stranger')).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    const page = await (await fetch('/graphql', { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('<title>Stepladder</title>');
    expect(page.match(/<(script|link|img)[^>]+(src|href)="(https?:)?\/\/[^"]*"/g)).toBeNull();
  });
});
