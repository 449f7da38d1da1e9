import { expect, test } from 'vitest';
import { googleApi } from '../../../local/project/google-api.ts';
import { Unseen } from '../../../local/project/unseen.ts';

/** An API that notes each request and answers so. */
function apiAnswering(answer: () => Response) {
  const requests: RequestInit[] = [];
  const google = googleApi({
    project: 'my-shop',
    token: async () => 'token',
    fetch: async (_url, init) => {
      requests.push(init);
      return answer();
    },
  });
  return { google, requests };
}

test('an address alone is a GET, a body is posted as JSON, and the project pays for both', async () => {
  const { google, requests } = apiAnswering(() => Response.json({ fine: true }));
  expect(await google('https://api.example/')).toEqual({ status: 200, body: { fine: true } });
  await google('https://api.example/', { limit: 1 });
  const headers = { authorization: 'Bearer token', 'x-goog-user-project': 'my-shop' };
  expect(requests).toEqual([
    { headers, redirect: 'error', signal: expect.anything() },
    {
      method: 'POST',
      body: '{"limit":1}',
      headers: { ...headers, 'content-type': 'application/json' },
      redirect: 'error',
      signal: expect.anything(),
    },
  ]);
});

test('an answer that is no JSON is its status alone', async () => {
  const { google } = apiAnswering(() => new Response('<html>', { status: 502 }));
  expect(await google('https://api.example/')).toEqual({ status: 502, body: undefined });
});

test('no network is one line that names the host and not the token', async () => {
  const { google } = apiAnswering(() => {
    throw new TypeError('fetch failed');
  });
  const refusal = await google('https://api.example/').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Unseen);
  expect(String(refusal)).toBe('LocalError: api.example did not answer. Check the network, then run this again.');
});
