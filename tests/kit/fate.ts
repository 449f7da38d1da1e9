// The fate of one instance: killed or frozen at one of its outside effects.
import type { Effects } from './killable-firestore.ts';

/** The instance is gone. Nothing it calls after this does anything. */
export class Killed extends Error {}

export type Fate = Effects & { effects: string[]; dead: boolean };

/**
 * Before or after its `at`-th effect (from 0) `strike` happens; it may throw Killed, or move the clock as a freeze does.
 * After Killed every effect throws: a dead instance neither writes nor sends.
 */
export function fate(at: number, moment: 'before' | 'after', strike: () => void | Promise<void>): Fate {
  const name = (effect: string, when: 'before' | 'after') => `${when} ${effect}`;
  const self: Fate = {
    effects: [],
    dead: false,
    async before(effect) {
      if (self.dead) throw new Killed();
      self.effects.push(name(effect, 'before'));
      if (moment === 'before' && self.effects.length - 1 === at) await strikeOnce();
    },
    async after() {
      if (self.dead) throw new Killed();
      if (moment === 'after' && self.effects.length - 1 === at) await strikeOnce();
    },
  };
  async function strikeOnce() {
    try {
      await strike();
    } catch (error) {
      self.dead = true;
      throw error;
    }
  }
  return self;
}
