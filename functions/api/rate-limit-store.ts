// Counts calls within a window, in the memory of one instance, within bounds.
import type { Clock } from '../clock.ts';

/**
 * A store for `graphql-rate-limit`, for one field with one limit. The library reads the calls of an identity, waits, and
 * writes them back with the new one: calls at once would all read the same. So a call is counted as it is read, before
 * anything is awaited, and what the library writes is ignored. A call that is refused is not counted: who waits as long
 * as they were told gets through.
 * Holds at most `max` instants for each of at most `identitiesMax` identities; where there are more, those whose last
 * counted call is longest ago are forgotten first, and those whose calls are all past the window always are.
 */
export function rateLimitStore(clock: Clock, { max, windowSeconds, identitiesMax }: StoreBounds): RateLimitStore {
  /** Instants in milliseconds, oldest first; identities by their last counted call, longest ago first. */
  const calls = new Map<string, number[]>();
  // The library would compare with the machine's clock what was compared with ours already.
  const tooMany = Array<number>(max).fill(Number.POSITIVE_INFINITY);
  const isLive = (at: number, now: number) => now - at < windowSeconds * 1000;
  const forgetExpired = (now: number) => {
    for (const [identity, instants] of calls) {
      if (isLive(instants.at(-1) ?? Number.NEGATIVE_INFINITY, now)) return;
      calls.delete(identity);
    }
  };
  return {
    getForIdentity({ contextIdentity }) {
      const now = clock.now().getTime();
      forgetExpired(now);
      const instants = calls.get(contextIdentity) ?? [];
      while (instants[0] !== undefined && !isLive(instants[0], now)) instants.shift();
      if (instants.length >= max) return tooMany;
      instants.push(now);
      calls.delete(contextIdentity);
      calls.set(contextIdentity, instants);
      const [oldest] = calls.keys();
      if (calls.size > identitiesMax && oldest !== undefined) calls.delete(oldest);
      return [];
    },
    setForIdentity() {},
    retryAfterSeconds(contextIdentity) {
      const [oldest] = calls.get(contextIdentity) ?? [];
      if (oldest === undefined) return 1;
      const milliseconds = oldest + windowSeconds * 1000 - clock.now().getTime();
      return Math.max(1, Math.ceil(milliseconds / 1000));
    },
    size: () => calls.size,
  };
}

export type StoreBounds = { max: number; windowSeconds: number; identitiesMax: number };

export type RateLimitStore = {
  /** Counts a call where it is allowed; gives as many instants as make the library refuse it where it is not, else none. */
  getForIdentity(identity: { contextIdentity: string }): number[];
  /** Does nothing: `getForIdentity` has counted. */
  setForIdentity(): void;
  /** Whole seconds until an identity that was refused may call again, at least one. */
  retryAfterSeconds(contextIdentity: string): number;
  /** How many identities are held. */
  size(): number;
};
