// Content in memory, for tests of what stands above its store.
import type { Challenge } from '../../functions/challenges/challenge.ts';
import type { ContentStore } from '../../functions/challenges/content-store.ts';
import type { Level } from '../../functions/challenges/level.ts';
import type { Memory } from './memory-stores.ts';

/** `memory.catalogue.challenges` also holds those that are not published: the store's catalogue leaves them out. */
export function memoryContent(memory: Pick<Memory, 'catalogue' | 'questionnaire' | 'written'>): ContentStore {
  const lowestFirst = (levels: Level[]) => levels.toSorted((a, b) => a.order - b.order);
  const setLevel = (level: Level) => {
    memory.written.push(level.id);
    const others = memory.catalogue.levels.filter(({ id }) => id !== level.id);
    memory.catalogue = { ...memory.catalogue, levels: lowestFirst([...others, level]) };
  };
  const setChallenge = (challenge: Challenge) => {
    memory.written.push(challenge.id);
    const challenges = new Map(memory.catalogue.challenges).set(challenge.id, challenge);
    memory.catalogue = { ...memory.catalogue, challenges };
  };
  const catalogue = async () => {
    const published = [...memory.catalogue.challenges].filter(([, { publishedAt }]) => publishedAt !== null);
    return { levels: memory.catalogue.levels, challenges: new Map(published) };
  };
  return {
    catalogue,
    freshCatalogue: catalogue,
    questionnaire: async () => memory.questionnaire,
    everyLevel: async () => lowestFirst(memory.catalogue.levels),
    everyChallenge: async () => [...memory.catalogue.challenges.values()],
    challenge: async (id) => memory.catalogue.challenges.get(id) ?? null,
    saveLevel: async (level) => setLevel(level),
    saveChallenge: async (challenge) => setChallenge(challenge),
    saveQuestionnaire: async (questionnaire) => {
      memory.questionnaire = questionnaire;
    },
    changeLevel: async (decide) => {
      const level = decide(lowestFirst(memory.catalogue.levels));
      setLevel(level);
      return level;
    },
    changeChallenge: async (id, decide) => {
      const known = memory.catalogue.challenges.get(id) ?? null;
      const challenge = decide(known);
      if (challenge !== known) setChallenge(challenge);
      return challenge;
    },
  };
}
