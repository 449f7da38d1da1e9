// Keeps the catalogue in memory for a short time, so that not every request reads all of it.
import type { Clock } from '../clock.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * A function that gives the catalogue, at most `lifeSeconds` old counted from the start of its loading. Calls during a
 * load share it. A failed load is thrown to those who waited for it, and the next call loads again.
 */
export function cachedCatalogue(
  load: () => Promise<Catalogue>,
  clock: Clock,
  lifeSeconds = 60,
): () => Promise<Catalogue> {
  let held: { catalogue: Promise<Catalogue>; expiresAt: number } | null = null;
  return () => {
    const now = clock.now().getTime();
    if (held !== null && now < held.expiresAt) return held.catalogue;
    const loading = { catalogue: load(), expiresAt: now + lifeSeconds * 1000 };
    held = loading;
    loading.catalogue.catch(() => {
      if (held === loading) held = null;
    });
    return loading.catalogue;
  };
}
