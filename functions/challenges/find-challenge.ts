// Finds a challenge for someone who may see it.
import { parseArgument } from '../parse-argument.ts';
import type { Services } from '../services.ts';
import type { Challenge } from './challenge.ts';
import { slugSchema } from './slug-schema.ts';

/**
 * A learner sees the challenges of their own weeks; with `any` every one is found, as it was last saved and published or
 * not. Null where it does not exist or is not theirs, which look the same from outside. Throws `BAD_USER_INPUT` where
 * `id` cannot be a challenge's.
 */
export async function findChallenge(
  { stores }: Services,
  find: { id: string; learnerId: string | null; any: boolean },
): Promise<Challenge | null> {
  const id = parseArgument('id', slugSchema, find.id);
  const { content, learners } = await stores();
  if (find.any) return content.challenge(id);
  const learner = find.learnerId === null ? null : await learners.get(find.learnerId);
  const had = Object.values(learner?.weeks ?? {}).some(({ challengeId }) => challengeId === id);
  return had ? ((await content.catalogue()).challenges.get(id) ?? null) : null;
}
