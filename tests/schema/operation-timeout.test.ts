import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';
import { anApi } from '../kit/an-api.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

const learner = aLearner();

/** An API whose stores answer only when `release` is called. */
function aHangingApi() {
  const api = anApi({
    catalogue: { levels: [aLevel()], challenges: new Map() },
    learners: new Map([[learner.id, learner]]),
  });
  const { stores } = api.services;
  const { promise, resolve } = Promise.withResolvers<void>();
  api.services.stores = () => promise.then(stores);
  return { ...api, release: resolve };
}

const slow = '{ levels { id } }';
const post = (query: string, accept: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', accept },
  body: JSON.stringify({ query }),
});

describe('an operation that takes 45 seconds', () => {
  test.each(['application/json', 'application/graphql-response+json'])(
    'is answered with OVERLOADED and 503 (%s), and its timer is gone',
    async (accept) => {
      const { fetch } = aHangingApi();
      let settled = false;
      const answer = fetch('/graphql', post(slow, accept)).finally(() => {
        settled = true;
      });
      await vi.advanceTimersByTimeAsync(44_999);
      expect(settled).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      const response = await answer;
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({
        errors: [{ message: expect.stringContaining('took too long'), extensions: { code: 'OVERLOADED' } }],
      });
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  test('is answered also where it is a mutation that waits, of which nothing more is begun', async () => {
    const { ask, queue, release, memory } = aHangingApi();
    const answer = ask(
      'mutation { pauseMail(weeks: 2) { id } requestSignInLink(email: "ada@example.com") }',
      {},
      'owner',
    );
    await vi.advanceTimersByTimeAsync(45_000);
    expect((await answer).errors).toMatchObject([{ extensions: { code: 'OVERLOADED' } }]);
    release();
    await vi.waitFor(() => expect(memory.written).toEqual([learner.id]));
    await vi.advanceTimersByTimeAsync(1000);
    expect(queue.waiting).toEqual([]);
  });
});

describe('an operation in time', () => {
  test('is answered, and leaves no timer behind', async () => {
    const { ask, release } = aHangingApi();
    const answer = ask(slow, {}, 'stranger');
    await vi.advanceTimersByTimeAsync(44_999);
    release();
    expect((await answer).data).toEqual({ levels: [{ id: aLevel().id }] });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('leaves no timer behind where it fails, is invalid, or does nothing slow', async () => {
    const { ask } = anApi();
    for (const query of [
      '{ level(id: "x") { id } }',
      '{ nothing }',
      '{ __typename }',
      '{ assignment(week: "x") { id } }',
    ])
      await ask(query, {}, 'owner');
    expect(vi.getTimerCount()).toBe(0);
  });
});
