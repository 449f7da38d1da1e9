// Chance that comes out the same for the same seed.

export type Random = {
  /** A whole number from 0, below `end`. */
  below(end: number): number;
  /** True so often of 1. */
  chance(share: number): boolean;
  /** Throws where there is nothing to pick from. */
  pick<Item>(items: readonly Item[]): Item;
};

/** Mulberry32, a public-domain generator of 32 bits; plenty for picking. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    chance: (share) => next() < share,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('Nothing to pick from.');
      return item;
    },
  };
}
