// Keeps what was loaded for a short time, so that not every request loads it.
import type { Clock } from '../clock.ts';

export type CachedLoad<Value> = {
  get(): Promise<Value>;
  /** What was loaded until now, or is loading, is given to nobody who asks from now on. */
  drop(): void;
};

/**
 * What `load` gives, at most `lifeSeconds` old counted from the start of its loading. Calls during a load share it. A
 * failed load is thrown to those who waited for it, and the next call loads again.
 */
export function cachedLoad<Value>(load: () => Promise<Value>, clock: Clock, lifeSeconds: number): CachedLoad<Value> {
  let held: { value: Promise<Value>; expiresAt: number } | null = null;
  return {
    get() {
      const now = clock.now().getTime();
      if (held !== null && now < held.expiresAt) return held.value;
      const loading = { value: load(), expiresAt: now + lifeSeconds * 1000 };
      held = loading;
      loading.value.catch(() => {
        if (held === loading) held = null;
      });
      return loading.value;
    },
    drop() {
      held = null;
    },
  };
}
