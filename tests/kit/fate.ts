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
};

/**
 * Before its `at`-th effect (from 0) begins, or after the outside world has it and before the instance knows, `strike`
 * happens; it may throw Killed, or move the clock as a freeze does. A dead instance neither writes nor sends.
 */
export function fate(at: number, moment: 'before' | 'after', strike: () => void | Promise<void>): Fate {
  async function strikeAt(effect: number, when: 'before' | 'after'): Promise<void> {
    if (self.dead) throw new Killed();
    if (effect !== at || when !== moment) return;
    self.struck = true;
    try {
      await strike();
    } catch (error) {
      self.dead = true;
      throw error;
    }
  }
  const self: Fate = {
    effects: [],
    dead: false,
    struck: false,
    async before(name) {
      if (self.dead) throw new Killed();
      const effect = self.effects.push(name) - 1;
      await strikeAt(effect, 'before');
      return effect;
    },
    after: (effect) => strikeAt(effect, 'after'),
  };
  return self;
}
