// Rule: what a save makes of a challenge.
import { isDeepStrictEqual } from 'node:util';
import type { Challenge } from './challenge.ts';

/** The known challenge itself where nothing changed, else the next revision. */
export function reviseChallenge(saved: Omit<Challenge, 'revision'>, known: Challenge | null): Challenge {
  if (known === null) return { ...saved, revision: 1 };
  if (isDeepStrictEqual({ ...saved, revision: known.revision }, known)) return known;
  return { ...saved, revision: known.revision + 1 };
}
