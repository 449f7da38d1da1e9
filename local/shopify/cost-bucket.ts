// The leaky bucket of query points of one app in one shop.

/** Points, recorded in 2026 on a shop of the standard rate. */
const maximumAvailable = 2000;
/** Points a second, of the same recording. */
const restoreRate = 100;

type ThrottleStatus = { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };

export type CostBucket = {
  /** Takes the points, or takes none and says false where fewer are left. */
  reserve(points: number): boolean;
  /** Gives back what a query reserved and did not use. */
  refund(points: number): void;
  status(): ThrottleStatus;
};

/** Full at first; fills by 100 points a second of `now`. */
export function costBucket(now: () => Date): CostBucket {
  let available = maximumAvailable;
  let filledAt = now().getTime();
  const fill = () => {
    const time = now().getTime();
    available = Math.min(maximumAvailable, available + (Math.max(0, time - filledAt) / 1000) * restoreRate);
    filledAt = time;
  };
  return {
    reserve(points) {
      fill();
      if (points > available) return false;
      available -= points;
      return true;
    },
    refund(points) {
      available = Math.min(maximumAvailable, available + points);
    },
    status() {
      fill();
      return { maximumAvailable, currentlyAvailable: Math.floor(available), restoreRate };
    },
  };
}
