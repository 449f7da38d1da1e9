// Finds a challenge for someone who may see it.
import type { Services } from '../services.ts';
import type { Challenge } from './challenge.ts';

/**
 * A learner sees the challenges of their own weeks; with `any` every published one is found. Null where it does not exist
 * or is not theirs, which look the same from outside.
 */
export async function findChallenge(
  { stores }: Services,
  find: { id: string; learnerId: string | null; any: boolean },
): Promise<Challenge | null> {
  const { content, learners } = await stores();
  const learner = find.any || find.learnerId === null ? null : await learners.get(find.learnerId);
  const had = Object.values(learner?.weeks ?? {}).some(({ challengeId }) => challengeId === find.id);
  return find.any || had ? ((await content.catalogue()).challenges.get(find.id) ?? null) : null;
}
