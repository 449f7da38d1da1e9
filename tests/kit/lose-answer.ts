// An instance that does not hear what became of one of its requests, though the server did it.
import type { Effects } from './killable-firestore.ts';

/** The first request of this name is done, and fails all the same with `error`. */
export function loseAnswer(name: string, error: Error): Effects {
  let lost = false;
  return {
    before: async (effect) => (effect === name && !lost ? 1 : 0),
    after: async (effect) => {
      if (effect !== 1 || lost) return;
      lost = true;
      throw error;
    },
  };
}
