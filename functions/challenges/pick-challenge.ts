// Rule: which challenge a learner gets next.
import type { Catalogue } from './catalogue.ts';
import type { Challenge } from './challenge.ts';

/**
 * The first challenge of the level, by order then id, that is published, not archived, and not among those `had`; null
 * where the learner has had them all.
 */
export function pickChallenge(catalogue: Catalogue, levelId: string, had: ReadonlySet<string>): Challenge | null {
  let first: Challenge | null = null;
  for (const challenge of catalogue.challenges.values()) {
    if (challenge.levelId !== levelId || !isGiven(challenge) || had.has(challenge.id)) continue;
    if (first === null || comesBefore(challenge, first)) first = challenge;
  }
  return first;
}

function isGiven(challenge: Challenge): boolean {
  return challenge.publishedAt !== null && challenge.archivedAt === null;
}

function comesBefore(a: Challenge, b: Challenge): boolean {
  return a.order === b.order ? a.id < b.id : a.order < b.order;
}
