import { afterEach, expect, test, vi } from 'vitest';
import { HomeDocument, PauseMailDocument } from '../../web/generated/graphql.ts';
import { request } from '../../web/graphql-client.ts';

const NO_WEEK = { week: '', weekNamed: false };

afterEach(() => vi.unstubAllGlobals());

function answerWith(body: string, init: ResponseInit = {}) {
  const fetchStub = vi.fn(async (_path: string, _init: RequestInit) => new Response(body, init));
  vi.stubGlobal('fetch', fetchStub);
  return fetchStub;
}

test('an operation is posted to this origin with its variables and the ID token', async () => {
  const fetchStub = answerWith('{"data":{"pauseMail":{"mail":{"status":"PAUSED","pausedUntil":null}}}}');
  const data = await request(PauseMailDocument, { weeks: 2 }, 'id-token');
  expect(data.pauseMail.mail.status).toBe('PAUSED');
  const [path, init] = fetchStub.mock.calls[0] ?? [];
  expect(path).toBe('/graphql');
  expect(new Headers(init?.headers).get('authorization')).toBe('Bearer id-token');
  const sent = JSON.parse(String(init?.body));
  expect(sent.variables).toEqual({ weeks: 2 });
  expect(sent.query).toContain('mutation PauseMail($weeks: Int!)');
});

test('a stranger sends no authorization header', async () => {
  const fetchStub = answerWith('{"data":{"me":null}}');
  expect(await request(HomeDocument, NO_WEEK, null)).toEqual({ me: null });
  expect(new Headers(fetchStub.mock.calls[0]?.[1].headers).has('authorization')).toBe(false);
});

const TOO_OFTEN = '{"data":null,"errors":[{"message":"Too often.","extensions":{"code":"RATE_LIMITED"}}]}';

test("the API's error code comes through with what it says to the person, whatever the HTTP status", async () => {
  answerWith(TOO_OFTEN, { status: 429 });
  await expect(request(HomeDocument, NO_WEEK, null)).rejects.toMatchObject({
    code: 'RATE_LIMITED',
    sentence: 'Too often.',
    retryAfterSeconds: null,
  });
});

test.each([
  ['40', 40],
  ['Wed, 25 Nov 2026 09:00:00 GMT', null],
  ['-1', null],
])('Retry-After: %s is a wait of %s seconds', async (header, retryAfterSeconds) => {
  answerWith(TOO_OFTEN, { status: 429, headers: { 'Retry-After': header } });
  await expect(request(HomeDocument, NO_WEEK, null)).rejects.toMatchObject({ retryAfterSeconds });
});

test.each([
  ['an HTML page', '<!doctype html><title>502</title>'],
  ['another JSON', '[1, 2]'],
  ['an answer without data', '{}'],
  ['an error without a code', '{"errors":[{"message":"?"}]}'],
])('%s is UNREADABLE', async (_, body) => {
  answerWith(body);
  await expect(request(HomeDocument, NO_WEEK, null)).rejects.toMatchObject({ code: 'UNREADABLE' });
});

test('a connection that fails is UNREACHABLE', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  await expect(request(HomeDocument, NO_WEEK, null)).rejects.toMatchObject({ code: 'UNREACHABLE' });
});
