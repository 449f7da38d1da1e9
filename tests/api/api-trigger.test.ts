import { error } from 'firebase-functions/logger';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '../../functions/api/api-trigger.ts';

vi.mock('firebase-functions/logger', { spy: true });
vi.mock('../../functions/services.ts', () => ({ services: { config: { explorer: false } } }));
vi.mock('../../functions/api/server.ts', () => ({
  createApi: () => ({ handle: () => Promise.reject(new TypeError('cannot read ada.lovelace@example.com')) }),
}));

let logged: unknown[][] = [];

beforeEach(() => {
  logged = [];
  vi.mocked(error).mockImplementation((...args) => void logged.push(args));
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** The API's answer to a request that its server fails on, as the calls that were made on the response. */
async function answer(headersSent: boolean): Promise<unknown[][]> {
  const calls: unknown[][] = [];
  const response: Record<string, unknown> = { headersSent };
  for (const method of ['on', 'status', 'type', 'send', 'end']) {
    response[method] = (...args: unknown[]) => {
      calls.push([method, ...args]);
      return response;
    };
  }
  const [request, express] = [{ headers: {}, header: () => undefined }, response] as unknown as Parameters<typeof api>;
  await api(request, express);
  return calls;
}

test('a request that fails outside GraphQL is answered 500, and neither answer nor log quotes it', async () => {
  expect(await answer(false)).toEqual([
    ['status', 500],
    ['type', 'text'],
    ['send', 'That did not work. Please try again in a minute.'],
  ]);
  expect(logged).toHaveLength(1);
  expect(logged[0]).toMatchObject(['A request of the API failed.', { error: 'TypeError' }]);
  expect(JSON.stringify(logged)).not.toContain('ada');
});

test('one that fails halfway through its answer ends there', async () => {
  expect(await answer(true)).toEqual([['end']]);
  expect(JSON.stringify(logged)).not.toContain('ada');
});
