// Every call of a client of the outside world as an outside effect, also of functions that it gets later.
import type { Effects } from './killable-firestore.ts';

/** The same client; each of its functions passes through `effects` under its name. */
export function withEffects<Client extends object>(client: Client, effects: Effects): Client {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        const effect = await effects.before(String(name));
        const result: unknown = await value.apply(target, args);
        await effects.after(effect);
        return result;
      };
    },
  });
}
