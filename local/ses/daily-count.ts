// Counts recipients over a rolling 24 hours.

const DAY_SECONDS = 86_400;

export type DailyCount = {
  add(recipients: number, nowMilliseconds: number): void;
  total(nowMilliseconds: number): number;
};

/** Exact to the second; one entry for each second with a mail, so a day never holds more than 86,400. */
export function createDailyCount(): DailyCount {
  const perSecond = new Map<number, number>();
  let sum = 0;
  const forget = (now: number) => {
    for (const [second, recipients] of perSecond) {
      if (second > Math.floor(now / 1000) - DAY_SECONDS) return;
      perSecond.delete(second);
      sum -= recipients;
    }
  };
  return {
    add(recipients, now) {
      const second = Math.floor(now / 1000);
      perSecond.set(second, (perSecond.get(second) ?? 0) + recipients);
      sum += recipients;
    },
    total(now) {
      forget(now);
      return sum;
    },
  };
}
