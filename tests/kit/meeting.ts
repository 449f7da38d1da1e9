// Makes instances meet: none goes on with its first effect of a name before all have come to theirs.
import type { Effects } from './killable-firestore.ts';

/** Gives the effects of one instance after the other, for `instances` of them. */
export function meeting(name: string, instances: number): () => Effects {
  let expected = instances;
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    let came = false;
    return {
      async before(effect) {
        if (effect !== name || came) return 0;
        came = true;
        expected -= 1;
        if (expected === 0) open();
        await all;
        return 0;
      },
      after: async () => undefined,
    };
  };
}
