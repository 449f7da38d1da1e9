import fc from 'fast-check';
import type { GraphQLResolveInfo } from 'graphql';
import { getGraphQLRateLimiter, InMemoryStore, type Store } from 'graphql-rate-limit';
import { describe, expect, test } from 'vitest';
import { type RateLimitStore, rateLimitStore } from '../../functions/api/rate-limit-store.ts';
import { fakeClock } from '../kit/fake-clock.ts';

const limit = { max: 3, windowSeconds: 60 };
const bounds = { ...limit, identitiesMax: 100 };

function aStore(over: Partial<typeof bounds> = {}) {
  const clock = fakeClock('2026-11-25T10:00:00Z');
  return { clock, store: rateLimitStore(clock, { ...bounds, ...over }) };
}

/** Asks as the library does; gives whether the call was let through. */
function asker(store: Store | RateLimitStore) {
  const limiter = getGraphQLRateLimiter({ store, identifyContext: (identity: string) => identity });
  const info = { fieldName: 'field' } as GraphQLResolveInfo;
  return async (identity = 'ada') =>
    (await limiter({ parent: undefined, args: {}, context: identity, info }, { max: limit.max, window: '60s' })) ===
    undefined;
}

const passed = (answers: boolean[]) => answers.filter((answer) => answer).length;

describe('calls at once', () => {
  const many = (ask: () => Promise<boolean>) => Promise.all(Array.from({ length: 50 }, () => ask()));

  test('all get through the library’s own store: each reads before any has written', async () => {
    expect(passed(await many(asker(new InMemoryStore())))).toBe(50);
  });

  test('get through ours as often as the limit says', async () => {
    expect(passed(await many(asker(aStore().store)))).toBe(limit.max);
  });
});

describe('what is held', () => {
  const identities = Array.from({ length: 300 }, (_, index) => `someone-${index}`);

  test('grows for ever in the library’s own store, which is copied whole at each call', async () => {
    const store = new InMemoryStore();
    const ask = asker(store);
    const states = new Set<unknown>();
    for (const identity of identities) {
      await ask(identity);
      states.add(store.state);
    }
    expect(Object.keys(store.state)).toHaveLength(identities.length);
    expect(states.size).toBe(identities.length);
  });

  test('is bounded in ours: the identities that called longest ago go first', async () => {
    const { store } = aStore();
    const ask = asker(store);
    for (const identity of identities) await ask(identity);
    expect(store.size()).toBe(bounds.identitiesMax);
    const again = async (identity: string) => [await ask(identity), await ask(identity), await ask(identity)];
    expect(await again('someone-299')).toEqual([true, true, false]);
    expect(await again('someone-0')).toEqual([true, true, true]);
  });

  test('is nothing in ours once the window has passed and anybody calls', async () => {
    const { store, clock } = aStore();
    const ask = asker(store);
    for (const identity of identities) await ask(identity);
    clock.advance(60_000);
    await ask('ada');
    expect(store.size()).toBe(1);
  });

  test('of one identity is no more in ours than its limit, however often it asks', async () => {
    const { store } = aStore();
    const ask = asker(store);
    for (let call = 0; call < 200; call += 1) await ask();
    expect(store.getForIdentity({ contextIdentity: 'ada' })).toHaveLength(limit.max);
  });

  test('is kept in ours for who goes on calling, while others come and go', async () => {
    const { store } = aStore({ identitiesMax: 3 });
    const ask = asker(store);
    const answers: boolean[] = [];
    for (const stranger of ['a', 'b', 'c', 'd', 'e', 'f'].values()) {
      answers.push(await ask());
      await ask(stranger);
    }
    expect(answers.slice(0, 4)).toEqual([true, true, true, false]);
  });
});

describe('who was refused', () => {
  test('gets through after the seconds they were told, and not a second before', async () => {
    const { store, clock } = aStore();
    const ask = asker(store);
    await ask();
    clock.advance(20_500);
    await ask();
    await ask();
    expect(await ask()).toBe(false);
    const seconds = store.retryAfterSeconds('ada');
    expect(seconds).toBe(40);
    clock.advance(seconds * 1000 - 1000);
    expect(await ask()).toBe(false);
    clock.advance(1000);
    expect(await ask()).toBe(true);
  });

  test('does not push their turn away by asking again', async () => {
    const { store, clock } = aStore();
    const ask = asker(store);
    for (let second = 0; second < 60; second += 1) {
      await ask();
      clock.advance(1000);
    }
    expect(await ask()).toBe(true);
  });
});

test('whoever calls whenever they like gets through at most so often in any window', async () => {
  const calls = fc.array(fc.record({ wait: fc.nat(30_000), who: fc.constantFrom('ada', 'eve') }), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(calls, async (each) => {
      const { store, clock } = aStore();
      const ask = asker(store);
      const through = { ada: [] as number[], eve: [] as number[] };
      for (const { wait, who } of each) {
        clock.advance(wait);
        const at = clock.now().getTime();
        const earlier = through[who].filter((instant) => at - instant < 60_000).length;
        expect(await ask(who)).toBe(earlier < limit.max);
        if (earlier < limit.max) through[who].push(at);
      }
    }),
    { numRuns: 50 },
  );
});
