import fc from 'fast-check';
import { debug, error, info, log, warn, write } from 'firebase-functions/logger';
import { buildSchema, getIntrospectionQuery } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { operationLimits } from '../../schema/operation-limits.ts';
import { MeDocument } from '../generated/graphql.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';
import { anApi } from '../kit/an-api.ts';

vi.mock('firebase-functions/logger', { spy: true });

let logged: string[] = [];

beforeEach(() => {
  logged = [];
  const keep = (...args: unknown[]) => void logged.push(JSON.stringify(args));
  for (const line of [debug, error, info, log, warn, write]) vi.mocked(line).mockImplementation(keep);
});

afterEach(() => {
  vi.restoreAllMocks();
});

const learner = aLearner();

/** An API that knows whether it was about to touch a store. */
function anApiWatched() {
  const api = anApi({
    learners: new Map([[learner.id, learner]]),
    catalogue: { levels: [aLevel()], challenges: new Map() },
  });
  const stores = vi.spyOn(api.services, 'stores');
  return { ...api, touches: () => stores.mock.calls.length };
}

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const page = (first: number | string, fields: string) =>
  `assignments(first: ${first}) { edges { node { ${fields} } } }`;

describe('what the page asks for', () => {
  test('is far from any limit, with the longest page too', async () => {
    const { ask } = anApiWatched();
    expect((await ask(MeDocument, { first: 50 }, 'owner')).errors).toEqual([]);
  });

  test('may be all that a learner may read, in one operation', async () => {
    const level = '{ id order name summary passesToAdvance }';
    const assignment = `id week outcome challenge { id title bodyHtml answerKind choices level ${level} } submissions { id }`;
    const query = `{
      me { id firstName level ${level} progress { passed needed nextLevel ${level} } mail { status pausedUntil }
        currentAssignment { ${assignment} } ${page(50, assignment)} }
      levels ${level}
    }`;
    expect((await anApiWatched().ask(query, {}, 'owner')).errors).toEqual([]);
  });

  test('is still refused by its own resolver where only a page is too long: that error names the argument', async () => {
    const { errors } = await anApiWatched().ask(MeDocument, { first: 51 }, 'owner');
    expect(errors).toMatchObject([{ message: expect.stringMatching(/^first must be/) }]);
  });
});

describe('an operation', () => {
  test('asks for up to 200 fields, one field again and again too', async () => {
    const fields = (count: number) => `{ levels { ${times(count, () => 'id')} } }`;
    const { ask, touches } = anApiWatched();
    expect((await ask(fields(200), {}, 'stranger')).errors).toMatchObject([
      {
        message: 'An operation may ask for at most 200 fields, fragments counted wherever they are spread, not 201.',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(touches()).toBe(0);
    expect((await ask(fields(199), {}, 'stranger')).errors).toEqual([]);
  });

  test('has up to 20 aliases, a fragment’s counted wherever it is spread', async () => {
    const { ask, touches } = anApiWatched();
    const aliases = (count: number) => times(count, (index) => `a${index}: id`);
    const spread = (count: number) =>
      `fragment F on Level { ${aliases(count)} ... { name } } { b: levels { ...F } c: levels { ... on Level { ...F } } }`;
    for (const [query, count] of [
      [`{ levels { ${aliases(21)} } }`, 21],
      [spread(10), 22],
    ] as const) {
      const { errors } = await ask(query, {}, 'stranger');
      expect(errors).toMatchObject([
        {
          message: `An operation may have at most 20 aliases, fragments counted wherever they are spread, not ${count}.`,
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]);
    }
    expect(touches()).toBe(0);
    expect((await ask(`{ levels { ${aliases(20)} } }`, {}, 'stranger')).errors).toEqual([]);
    expect((await ask(spread(9), {}, 'stranger')).errors).toEqual([]);
  });

  test('has aliases of up to 100 characters, for the answer holds them once for each entry', async () => {
    const { ask } = anApiWatched();
    const named = (length: number) => `{ levels { ${'a'.repeat(length)}: id } }`;
    expect((await ask(named(100), {}, 'stranger')).errors).toEqual([]);
    expect((await ask(named(101), {}, 'stranger')).errors).toMatchObject([
      { message: 'An alias may have at most 100 characters, not 101.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('costs up to 10,000, by its literal pages and by those of its variables', async () => {
    const { ask, touches } = anApiWatched();
    // me, and for each alias: the connection, its edges, and for each edge a node with an id.
    const cost = (aliases: number, first: number) => 1 + aliases * (1 + first * 3);
    const asked = (aliases: number, first: number | string) =>
      `me { ${times(aliases, (i) => `a${i}: ${page(first, 'id')}`)} }`;
    const over = cost(8, 417);
    for (const [query, variables] of [
      [`{ ${asked(8, 417)} }`, {}],
      [`query ($n: Int!) { ${asked(8, '$n')} }`, { n: 417 }],
      [`query ($n: Int = 417) { ${asked(8, '$n')} }`, {}],
      [`query Q ($n: Int) { ${asked(8, '$n')} }`, { n: 417 }],
    ] as const) {
      expect((await ask(query, variables, 'owner')).errors).toMatchObject([
        {
          message: `An operation may cost at most 10000, not ${over}: ask for fewer fields, or for shorter pages by \`first\`.`,
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]);
    }
    expect(touches()).toBe(0);
    expect(cost(8, 416)).toBeLessThanOrEqual(10_000);
    const { errors } = await ask(`{ ${asked(8, 416)} }`, {}, 'owner');
    expect(errors.map(({ message }) => message).join()).not.toContain('cost');
  });

  test('is up to 10 fields deep, in a schema where it could be deeper', async () => {
    const schema = buildSchema('type Query { again: Query, end: Int }');
    const yoga = createYoga({ schema, plugins: [operationLimits], logging: false });
    const deep = async (depth: number) => {
      const query = `{ ${'again { '.repeat(depth - 1)} end ${'}'.repeat(depth - 1)} }`;
      const body = JSON.stringify({ query });
      const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
      return (await yoga.fetch('http://127.0.0.1/graphql', init)).json();
    };
    expect(await deep(10)).toEqual({ data: { again: null } });
    expect(await deep(11)).toMatchObject({
      errors: [{ message: 'An operation may be at most 10 fields deep, not 11.' }],
    });
  });

  test('that doubles by fragments in fragments is counted quickly, and refused', async () => {
    const doubling = times(25, (i) => `fragment F${i + 1} on Learner { ...F${i} ...F${i} }`);
    const query = `{ me { ...F25 } } fragment F0 on Learner { id } ${doubling}`;
    const { ask, touches } = anApiWatched();
    const { errors } = await ask(query, {}, 'owner');
    expect(errors).toMatchObject([{ message: expect.stringContaining(`not ${2 ** 25 + 1}`) }]);
    expect(touches()).toBe(0);
  });

  test('is measured alone where the document has several, and only one is named', async () => {
    const large = `query Large { levels { ${times(250, (i) => `a${i}: id`)} } }`;
    const { fetch } = anApiWatched();
    const named = async (operationName: string) => {
      const body = JSON.stringify({ query: `query Small { levels { id } } ${large}`, operationName });
      const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
      return (await fetch('/graphql', init)).json();
    };
    expect(await named('Small')).toEqual({ data: { levels: [{ id: aLevel().id }] } });
    expect(await named('Large')).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  test('with null in a variable that may not be null is told that once', async () => {
    const query = `query ($week: String = "x", $n: Int) { assignment(week: $week) { id } me { ${page('$n', 'id')} } }`;
    const { errors } = await anApiWatched().ask(query, { week: null }, 'owner');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});

test('with the explorer, the introspection that GraphiQL sends is answered', async () => {
  const { ask } = anApi({}, { explorer: true });
  const query = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, schemaDescription: true });
  const { data, errors } = await ask(query, {}, 'stranger');
  expect(errors).toEqual([]);
  expect(data).toHaveProperty('__schema.types');
});

describe('whatever a document is', () => {
  const leaves = ['id', 'week', 'outcome', 'challenge { id title }'];
  const broad = fc
    .integer({ min: 200, max: 320 })
    .map((count) => `{ levels { ${times(count, (index) => `a${index}: name`)} } }`);
  const rooted = fc.integer({ min: 21, max: 80 }).map((count) => `{ ${times(count, (i) => `a${i}: me { id }`)} }`);
  const long = fc.integer({ min: 998, max: 3000 }).map((count) => `{ levels { ${'id '.repeat(count)} } }`);
  const doubled = fc
    .integer({ min: 8, max: 24 })
    .map(
      (depth) =>
        `{ me { ...F${depth} } } fragment F0 on Learner { id } ${times(depth, (i) => `fragment F${i + 1} on Learner { ...F${i} ...F${i} }`)}`,
    );
  const costly = fc
    .record({
      aliases: fc.integer({ min: 8, max: 14 }),
      first: fc.integer({ min: 420 }),
      leaf: fc.constantFrom(...leaves),
    })
    .map(({ aliases, first, leaf }) => `{ me { ${times(aliases, (i) => `a${i}: ${page(first, leaf)}`)} } }`);
  const manyMutations = fc
    .integer({ min: 6, max: 100 })
    .map(
      (count) => `mutation { ${times(count, (i) => `a${i}: requestSignInLink(email: "ada.lovelace@example.com")`)} }`,
    );

  test('where it is over a limit it is refused whole, before any store or queue is touched, and nothing is logged', async () => {
    const over = fc.oneof(broad, rooted, long, doubled, costly, manyMutations);
    await fc.assert(
      fc.asyncProperty(over, fc.constantFrom('stranger', 'owner', 'admin'), async (query, session) => {
        const { ask, touches, memory, queue } = anApiWatched();
        const { data, errors } = await ask(query, {}, session);
        expect(data).toBeNull();
        expect(errors.length).toBeGreaterThan(0);
        for (const { message, extensions } of errors) {
          expect(extensions.code).toBe('BAD_USER_INPUT');
          expect(message).toMatch(/at most|1000 tokens/);
          expect(message).not.toContain('ada');
        }
        expect([touches(), memory.calls, queue.waiting]).toEqual([0, [], []]);
        expect(logged).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  test('where it is under every limit it is answered', async () => {
    const under = fc
      .record({
        roots: fc.integer({ min: 1, max: 10 }),
        first: fc.integer({ min: 1, max: 50 }),
        leaf: fc.constantFrom(...leaves),
      })
      .map(({ roots, first, leaf }) => `{ ${times(roots, (i) => `a${i}: me { id ${page(first, leaf)} }`)} }`);
    await fc.assert(
      fc.asyncProperty(under, async (query) => {
        expect((await anApiWatched().ask(query, {}, 'owner')).errors).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
