// The fate of one instance: killed or frozen at one of its outside effects.
import type { Effects } from './killable-firestore.ts';

/** The instance is gone. Nothing it calls after this does anything. */
export class Killed extends Error {}

export type Fate = Effects & {
  /** The name of each effect, in the order they began. */
  effects: string[];
  dead: boolean;
  /** Whether the moment came. */
  struck: boolean;
  /** Resolves when what struck is over, also where nobody waits for the effect that it struck. */
  over(): Promise<void>;
};

/**
 * Before its `at`-th effect (from 0) begins, or after the outside world has it and before the instance knows, `strike`
 * happens; it may throw Killed, or move the clock as a freeze does. Until it is over the whole instance stands still:
 * nothing else that it has under way begins or comes back. A dead instance neither writes nor sends.
 */
export function fate(at: number, moment: 'before' | 'after', strike: () => void | Promise<void>): Fate {
  let striking: Promise<void> = Promise.resolve();

  async function pass(effect: number, when: 'before' | 'after'): Promise<void> {
    if (!self.struck && effect === at && when === moment) {
      self.struck = true;
      striking = (async () => strike())().catch((error: unknown) => {
        self.dead = true;
        throw error;
      });
    }
    // Where nobody waits for this effect either, its end must not end the process.
    striking.catch(() => undefined);
    await striking;
    if (self.dead) throw new Killed();
  }

  const self: Fate = {
    effects: [],
    dead: false,
    struck: false,
    over: () => striking.catch(() => undefined),
    async before(name) {
      if (self.dead) throw new Killed();
      const effect = self.effects.push(name) - 1;
      await pass(effect, 'before');
      return effect;
    },
    after: (effect) => pass(effect, 'after'),
  };
  return self;
}
