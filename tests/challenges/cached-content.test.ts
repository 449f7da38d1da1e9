// One instance's cached content: a save through it is seen at once.
import { describe, expect, it } from 'vitest';
import { cachedContent } from '../../functions/challenges/cached-content.ts';
import type { ContentStore } from '../../functions/challenges/content-store.ts';
import type { Questionnaire } from '../../functions/challenges/questionnaire.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLevel } from '../kit/a-level.ts';
import { fakeClock } from '../kit/fake-clock.ts';
import { memoryContent } from '../kit/memory-content.ts';

const questionnaire: Questionnaire = {
  version: '1',
  questions: [{ id: 'q', prompt: 'Why?', choices: ['a', 'b'].map((id) => ({ id, text: id, points: 1 })) }],
  thresholds: [{ levelId: 'curious', minPoints: 0 }],
};

/** What lies in the store, the store over it with its loads counted, and an instance's cached view of it. */
function aCachedStore() {
  const memory = { catalogue: { levels: [aLevel()], challenges: new Map() }, questionnaire: null, written: [] };
  const loads = { catalogue: 0, questionnaire: 0 };
  const plain = memoryContent(memory);
  const store: ContentStore = {
    ...plain,
    catalogue: async () => {
      loads.catalogue += 1;
      return plain.catalogue();
    },
    questionnaire: async () => {
      loads.questionnaire += 1;
      return plain.questionnaire();
    },
  };
  const clock = fakeClock('2026-11-23T08:00:00Z');
  return { store, loads, clock, cached: cachedContent(store, clock) };
}

const saves: [string, (content: ContentStore) => Promise<unknown>][] = [
  ['saveLevel', (content) => content.saveLevel(aLevel({ id: 'keen', order: 2 }))],
  ['changeLevel', (content) => content.changeLevel(() => aLevel({ id: 'keen', order: 2 }))],
  ['saveChallenge', (content) => content.saveChallenge(aChallenge())],
  ['changeChallenge', (content) => content.changeChallenge('snail-in-the-well', () => aChallenge())],
  ['saveQuestionnaire', (content) => content.saveQuestionnaire(questionnaire)],
];

describe('cachedContent', () => {
  it('loads catalogue and questionnaire once a minute for any number of requests at once', async () => {
    const { cached, loads, clock } = aCachedStore();
    const ask = () =>
      Promise.all(Array.from({ length: 50 }, () => [cached.catalogue(), cached.questionnaire()]).flat());
    await ask();
    clock.advance(59_999);
    await ask();
    expect(loads).toEqual({ catalogue: 1, questionnaire: 1 });
    clock.advance(1);
    await ask();
    expect(loads).toEqual({ catalogue: 2, questionnaire: 2 });
  });

  it.each(saves)('shows what %s saved to whoever asks after it', async (_, save) => {
    const { cached, store } = aCachedStore();
    await Promise.all([cached.catalogue(), cached.questionnaire()]);
    await save(cached);
    expect(await cached.catalogue()).toEqual(await store.catalogue());
    expect(await cached.questionnaire()).toEqual(await store.questionnaire());
  });

  it.each(saves)('keeps no load that began before %s was done', async (_, save) => {
    const { store, clock } = aCachedStore();
    const held = Promise.withResolvers<void>();
    let slow = true;
    const slowly =
      <Value>(load: () => Promise<Value>) =>
      async () => {
        // What is read before the save, and arrives after it.
        const before = await load();
        if (slow) await held.promise;
        return before;
      };
    const cached = cachedContent(
      { ...store, catalogue: slowly(store.catalogue), questionnaire: slowly(store.questionnaire) },
      clock,
    );
    const early = Promise.all([cached.catalogue(), cached.questionnaire()]);
    await save(cached);
    slow = false;
    held.resolve();
    await early;
    expect(await cached.catalogue()).toEqual(await store.catalogue());
    expect(await cached.questionnaire()).toEqual(await store.questionnaire());
  });

  it('reads again after a save that failed, because it may have been done all the same', async () => {
    const { store, clock } = aCachedStore();
    const doneButLost = async () => {
      await store.saveLevel(aLevel({ id: 'keen', order: 2 }));
      throw new Error('The answer was lost.');
    };
    const cached = cachedContent({ ...store, changeLevel: doneButLost }, clock);
    await cached.catalogue();
    await expect(cached.changeLevel(() => aLevel())).rejects.toThrow('lost');
    expect((await cached.catalogue()).levels).toHaveLength(2);
  });

  it('shows another instance’s save within a minute, and to editors at once', async () => {
    const { cached, store, clock } = aCachedStore();
    await cached.catalogue();
    await store.saveLevel(aLevel({ id: 'keen', order: 2 }));
    await store.saveChallenge(aChallenge());
    expect(await cached.everyLevel()).toHaveLength(2);
    expect(await cached.everyChallenge()).toHaveLength(1);
    expect(await cached.challenge('snail-in-the-well')).toEqual(aChallenge());
    clock.advance(60_000);
    expect((await cached.catalogue()).levels).toHaveLength(2);
  });
});

it('gives a plan what another instance published a moment ago, and everyone after it', async () => {
  const { store, cached } = aCachedStore();
  await cached.catalogue();
  await store.saveChallenge(aChallenge());
  expect((await cached.catalogue()).challenges.size).toBe(0);
  expect((await cached.freshCatalogue()).challenges.size).toBe(1);
  expect((await cached.catalogue()).challenges.size).toBe(1);
});
