// What every request needs is read once a minute, not once a request.
import { describe, expect, it } from 'vitest';
import { cachedLoad } from '../../functions/challenges/cached-load.ts';
import type { Catalogue } from '../../functions/challenges/catalogue.ts';
import { fakeClock } from '../kit/fake-clock.ts';

/** Counts loads; each gives a catalogue of its own. `failNext` makes the next one fail. */
function countedLoads() {
  const loads = { count: 0, failNext: false };
  const load = async (): Promise<Catalogue> => {
    loads.count += 1;
    if (!loads.failNext) return { levels: [], challenges: new Map() };
    loads.failNext = false;
    throw new Error('unavailable');
  };
  return { loads, load };
}

describe('cachedLoad', () => {
  it('loads once for all calls of a minute, also those that come while it loads', async () => {
    const { loads, load } = countedLoads();
    const clock = fakeClock('2026-11-23T08:00:00Z');
    const { get: catalogue } = cachedLoad(load, clock, 60);
    const [first, second] = await Promise.all([catalogue(), catalogue()]);
    clock.advance(59_999);
    expect(await catalogue()).toBe(first);
    expect(second).toBe(first);
    expect(loads.count).toBe(1);
  });

  it('loads again after its life', async () => {
    const { loads, load } = countedLoads();
    const clock = fakeClock('2026-11-23T08:00:00Z');
    const { get: catalogue } = cachedLoad(load, clock, 30);
    await catalogue();
    clock.advance(30_000);
    await catalogue();
    expect(loads.count).toBe(2);
  });

  it('does not keep a failure', async () => {
    const { loads, load } = countedLoads();
    const { get: catalogue } = cachedLoad(load, fakeClock('2026-11-23T08:00:00Z'), 60);
    loads.failNext = true;
    await expect(catalogue()).rejects.toThrow('unavailable');
    expect((await catalogue()).levels).toEqual([]);
    expect(loads.count).toBe(2);
  });

  it('does not let a failure that comes late end a newer catalogue', async () => {
    const clock = fakeClock('2026-11-23T08:00:00Z');
    const slow = Promise.withResolvers<Catalogue>();
    const fresh: Catalogue = { levels: [], challenges: new Map() };
    const answers = [slow.promise, Promise.resolve(fresh)];
    const load = () => answers.shift() ?? Promise.reject(new Error('one load too many'));
    const { get: catalogue } = cachedLoad(load, clock, 60);
    const early = catalogue();
    clock.advance(60_000);
    await catalogue();
    slow.reject(new Error('unavailable'));
    await expect(early).rejects.toThrow('unavailable');
    expect(await catalogue()).toBe(fresh);
  });

  it('gives nobody who asks after a drop what was loaded, or began to load, before it', async () => {
    const loads = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    let begun = 0;
    const load = async () => loads[begun++]?.promise ?? 'one load too many';
    const cached = cachedLoad(load, fakeClock('2026-11-23T08:00:00Z'), 60);
    const early = cached.get();
    cached.drop();
    const late = cached.get();
    loads[1]?.resolve('after the save');
    expect(await late).toBe('after the save');
    // The old load ends last, and still does not take the place of the new one.
    loads[0]?.resolve('before the save');
    expect(await early).toBe('before the save');
    expect(await cached.get()).toBe('after the save');
    expect(begun).toBe(2);
  });
});
