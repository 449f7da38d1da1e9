// Random numbers that come again: the same seed gives the same ones.

export type SeededRandom = {
  /** True with this probability. */
  chance(probability: number): boolean;
  /** A whole number from 0, below `end`. */
  below(end: number): number;
  /** One of them; undefined where there is none. */
  pick<Item>(items: readonly Item[]): Item | undefined;
  /** So many of them, or all where there are fewer; none twice. */
  some<Item>(items: readonly Item[], count: number): Item[];
  /** Each of them with this probability. */
  share<Item>(items: readonly Item[], probability: number): Item[];
};

/** Marsaglia, Xorshift RNGs (2003), 32 bits. */
export function seededRandom(seed: number): SeededRandom {
  // Never 0, which would stay 0; spread, so that seeds that stand side by side begin apart.
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    chance: (probability) => next() < probability,
    below,
    pick: (items) => items[below(items.length)],
    some(items, count) {
      const left = [...items];
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)).flat();
    },
    share: (items, probability) => items.filter(() => next() < probability),
  };
}
