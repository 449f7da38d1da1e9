import { debug, error, info, log, warn, write } from 'firebase-functions/logger';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aLearner } from '../kit/a-learner.ts';
import { anApi, type TestApi } from '../kit/an-api.ts';

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

const askForLink = 'mutation { requestSignInLink(email: "ada@example.com") }';
const signInField = 'signInWithLink(token: "nonsense") { learnerId }';
const signIn = `mutation { ${signInField} }`;
const submit = 'mutation { submitAnswer(challengeId: "x", answer: "7", idempotencyKey: "a-key") { __typename } }';
const testMail = 'mutation { sendTestMail(challengeId: "x", to: "ada@example.com") }';
const hosting = '192.0.2.80';

type Sent = { query?: string; from?: string; headers?: Record<string, string> };
type Body = { data?: unknown; errors?: { message: string; extensions: Record<string, unknown> }[] };

/** Sends as a stranger from a network, through Hosting unless `from` says otherwise. */
async function send({ fetch }: TestApi, { query = askForLink, from = `203.0.113.1, ${hosting}`, headers }: Sent = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from, ...headers },
    body: JSON.stringify({ query }),
  });
  const body = (await response.json()) as Body;
  return { response, body, code: body.errors?.[0]?.extensions.code };
}

async function codesOf(api: TestApi, count: number, sent: (index: number) => Sent): Promise<unknown[]> {
  const codes: unknown[] = [];
  for (let index = 0; index < count; index += 1) codes.push((await send(api, sent(index))).code);
  return codes;
}

const countOf = (codes: unknown[], code: unknown) => codes.filter((each) => each === code).length;

describe('a call too many', () => {
  test.each(['application/json', 'application/graphql-response+json'])(
    'is RATE_LIMITED, HTTP 429 and Retry-After, and says when to try again (%s)',
    async (accept) => {
      const api = anApi();
      expect(await codesOf(api, 5, () => ({}))).toEqual(Array(5).fill(undefined));
      api.clock.advance(17_000);
      const { response, body } = await send(api, { headers: { accept } });
      expect(response.status).toBe(429);
      expect(response.headers.get('retry-after')).toBe('43');
      expect(body.errors).toMatchObject([
        {
          message: 'Too many at once. Try again in 43 seconds.',
          extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 43 },
        },
      ]);
      expect(body.errors?.[0]?.extensions).not.toHaveProperty('http');
      expect(api.queue.waiting).toHaveLength(5);
    },
  );

  test('is allowed again after the time that was told', async () => {
    const api = anApi();
    await codesOf(api, 5, () => ({}));
    const { response } = await send(api);
    api.clock.advance(Number(response.headers.get('retry-after')) * 1000);
    expect((await send(api)).response.status).toBe(200);
  });

  test('leaves no trace in any log', async () => {
    const api = anApi();
    await codesOf(api, 7, () => ({}));
    expect(logged).toEqual([]);
  });

  test.each([
    [5, 60, 'stranger', askForLink],
    [60, 60, 'stranger', signIn],
    [30, 60, 'owner', submit],
    [10, 600, 'editor', testMail],
  ])('is the one after %s in %s seconds for the %s that sends %s', async (max, windowSeconds, session, query) => {
    const api = anApi();
    const headers: Record<string, string> =
      session === 'stranger' ? {} : { authorization: `Bearer ${session}.id.token` };
    const codes = await codesOf(api, max + 2, () => ({ query, headers }));
    expect(codes.map((code) => code === 'RATE_LIMITED')).toEqual([...Array(max).fill(false), true, true]);
    api.clock.advance(windowSeconds * 1000 - 1);
    expect((await send(api, { query, headers })).code).toBe('RATE_LIMITED');
    api.clock.advance(1);
    expect((await send(api, { query, headers })).code).not.toBe('RATE_LIMITED');
  });

  test('counts for its own field only', async () => {
    const api = anApi();
    await codesOf(api, 6, () => ({}));
    expect((await send(api, { query: signIn })).code).toBe('LINK_INVALID');
  });

  test('is counted for each alias of one operation', async () => {
    const api = anApi();
    const aliases = (names: string[]) =>
      `mutation { ${names.map((name) => `${name}: requestSignInLink(email: "${name}@example.com")`).join(' ')} }`;
    expect((await send(api, { query: aliases(['a', 'b', 'c']) })).code).toBeUndefined();
    expect((await send(api, { query: aliases(['d', 'e', 'f', 'g']) })).code).toBe('RATE_LIMITED');
    expect(api.queue.waiting).toHaveLength(5);
  });

  test('is counted for each of many requests at once', async () => {
    const api = anApi();
    const answers = await Promise.all(Array.from({ length: 40 }, () => send(api)));
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(5);
    expect(api.queue.waiting).toHaveLength(5);
  });
});

describe('who is counted', () => {
  test('strangers by network: one who floods holds up no other', async () => {
    const api = anApi();
    await codesOf(api, 30, () => ({}));
    expect((await send(api, { from: `203.0.113.2, ${hosting}` })).code).toBeUndefined();
  });

  test('sessions by their uid, wherever they come from', async () => {
    const api = anApi();
    const as = (session: string, index: number): Sent => ({
      from: `203.0.113.${index}, ${hosting}`,
      headers: { authorization: `Bearer ${session}.id.token` },
    });
    expect(countOf(await codesOf(api, 8, (index) => as('owner', index)), 'RATE_LIMITED')).toBe(3);
    expect((await send(api, as('otherLearner', 1))).code).toBeUndefined();
    expect((await send(api)).code).toBeUndefined();
  });

  test('who calls directly and forges another address each time ends at a ceiling, and locks nobody else out', async () => {
    const api = anApi();
    const codes = await codesOf(api, 500, (index) => ({ from: `203.${index % 2}.${index >> 1}.1, 198.51.100.7` }));
    expect(countOf(codes, undefined)).toBe(300);
    expect(codes.slice(300)).toEqual(Array(200).fill('RATE_LIMITED'));
    expect((await send(api, { from: `203.0.1.1, ${hosting}` })).code).toBeUndefined();
  });

  test('who goes through Hosting and forges gets no second identity', async () => {
    const api = anApi();
    const codes = await codesOf(api, 20, (index) => ({
      from: `10.0.0.${index}, 203.0.113.1, ${hosting}`,
      headers: { 'fastly-client-ip': `10.0.0.${index}`, 'x-real-ip': `10.0.0.${index}` },
    }));
    expect(countOf(codes, undefined)).toBe(5);
    expect((await send(api, { from: `10.0.0.3, ${hosting}` })).code).toBeUndefined();
  });

  test.each(['', hosting])(
    'who has no address but a peer’s shares the ceiling of that peer (from "%s")',
    async (from) => {
      expect(countOf(await codesOf(anApi(), 310, () => ({ from })), 'RATE_LIMITED')).toBe(10);
    },
  );

  test('one subscriber of IPv6 is one client, whichever of their networks they call from', async () => {
    const api = anApi();
    const codes = await codesOf(api, 100, (index) => ({
      from: `2001:db8:0:1${(index + 16).toString(16)}::1, ${hosting}`,
    }));
    expect(countOf(codes, undefined)).toBe(5);
    expect((await send(api)).code).toBeUndefined();
  });

  test('a Monday morning of 6,000 sign-ins in a minute behind one front end is not too many', async () => {
    const learner = aLearner();
    const api = anApi({ learners: new Map([[learner.id, learner]]) });
    const token = await (await api.services.linkTokens()).sign('sign-in', learner.id);
    const field = signInField.replace('nonsense', token);
    const five = `mutation { ${['a', 'b', 'c', 'd', 'e'].map((name) => `${name}: ${field}`).join(' ')} }`;
    const codes = await codesOf(api, 1200, (index) => ({ query: five, from: `203.0.113.${index % 250}, ${hosting}` }));
    expect(countOf(codes, undefined)).toBe(1200);
    expect((await send(api, { query: signIn, from: `198.51.100.1, ${hosting}` })).code).toBe('RATE_LIMITED');
  }, 60_000);
});
