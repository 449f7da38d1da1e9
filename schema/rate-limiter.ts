// graphql-rate-limit over a store of ours. Import it dynamically: the library is 700 kB and takes 70 ms to load.
import { getGraphQLRateLimiter, type Store } from 'graphql-rate-limit';

/** Its `context` is the identity that is counted; it gives a sentence where the call is one too many. */
export function rateLimiter(store: Store): ReturnType<typeof getGraphQLRateLimiter> {
  return getGraphQLRateLimiter({ store, identifyContext: (identity: string) => identity });
}
