// The catalogue: levels and challenges as one value that rules decide from.
import type { Challenge } from './challenge.ts';
import type { Level } from './level.ts';

export type Catalogue = {
  /** Lowest first. */
  levels: Level[];
  /** Every challenge that ever was published, by id; archived ones are shown but never given again. */
  challenges: ReadonlyMap<string, Challenge>;
};
