import { afterEach, expect, test, vi } from 'vitest';
import { HomeDocument, PauseMailDocument } from '../../web/generated/graphql.ts';
import { request } from '../../web/graphql-client.ts';

const NO_WEEK = { week: '', weekNamed: false };

afterEach(() => vi.unstubAllGlobals());

function answerWith(body: string, status = 200) {
  const fetchStub = vi.fn(async (_path: string, _init: RequestInit) => new Response(body, { status }));
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

test("the API's error code comes through, whatever the HTTP status", async () => {
  answerWith('{"data":null,"errors":[{"message":"Too often","extensions":{"code":"RATE_LIMITED"}}]}', 429);
  await expect(request(HomeDocument, NO_WEEK, null)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
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
