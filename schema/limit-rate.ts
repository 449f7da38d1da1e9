// Refuses a call of a field that comes too soon after too many others.
import { type RateLimitStore, rateLimitStore, type StoreBounds } from '../functions/api/rate-limit-store.ts';
import type { Viewer } from '../functions/api/viewer.ts';
import { AppError } from '../functions/errors.ts';
import type { Services } from '../functions/services.ts';
import type { Context } from './context.ts';
import type { RateLimitOptions } from './rate-limit-plugin.ts';
import type { rateLimiter } from './rate-limiter.ts';

/**
 * Sessions are counted by their uid, strangers by their network, and once more, looser, by what nobody can forge of it.
 * Throws `RATE_LIMITED` with the seconds after which one more call is allowed.
 */
export const limitRate: RateLimitOptions<Context>['check'] = async (
  { services, viewer },
  { max, peerMax = max, windowSeconds, info },
) => {
  const field = `${info.parentType.name}.${info.fieldName}`;
  for (const { isPeer, identity } of countersOf(viewer)) {
    const bounds = isPeer
      ? { max: peerMax, windowSeconds, identitiesMax: peersMax }
      : { max, windowSeconds, identitiesMax: callersMax };
    const { limiter, store } = counterOf(services, isPeer ? `${field} of peers` : field, bounds);
    const call = { parent: undefined, args: {}, context: identity, info };
    const refusal = await (await limiter)(call, { max: bounds.max, window: `${windowSeconds}s` });
    if (refusal !== undefined) throw tooMany(store.retryAfterSeconds(identity));
  }
};

/** Some 100 bytes and 8 for each call: with these, a field's counters take some ten megabytes at the very most. */
const callersMax = 10_000;
const peersMax = 200;

type Counter = { limiter: Promise<ReturnType<typeof rateLimiter>>; store: RateLimitStore };
const counters = new WeakMap<Services, Map<string, Counter>>();

function countersOf(viewer: Viewer): { isPeer: boolean; identity: string }[] {
  if (viewer.kind === 'session') return [{ isPeer: false, identity: `session ${viewer.uid}` }];
  const { client, peer } = viewer.caller;
  const ofPeer = { isPeer: true, identity: peer };
  return client === null ? [ofPeer] : [{ isPeer: false, identity: `stranger ${client}` }, ofPeer];
}

function counterOf(services: Services, name: string, bounds: StoreBounds): Counter {
  const byName = counters.get(services) ?? new Map<string, Counter>();
  counters.set(services, byName);
  const known = byName.get(name);
  if (known !== undefined) return known;
  const store = rateLimitStore(services.clock, bounds);
  const counter = { store, limiter: limiterOver(store) };
  byName.set(name, counter);
  return counter;
}

/** Loaded when first needed, and by a file of ours: of a CommonJS package alone the bundle would export no names. */
async function limiterOver(store: RateLimitStore): Counter['limiter'] {
  return (await import('./rate-limiter.ts')).rateLimiter(store);
}

function tooMany(retryAfterSeconds: number): AppError {
  const wait = retryAfterSeconds === 1 ? '1 second' : `${retryAfterSeconds} seconds`;
  return new AppError('RATE_LIMITED', `Too many at once. Try again in ${wait}.`, {
    retryable: true,
    retryAfterSeconds,
  });
}
