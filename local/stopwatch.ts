// Where the time of a command goes.

export type Stopwatch = {
  /** Ends the lap before and begins one of this name. */
  lap(name: string): void;
  /** Such as `12.3 s: emulators 8.1 s, content 0.9 s, run 3.3 s`; a lap that took less than 0.05 s is left out. */
  summary(): string;
};

/** `now` gives milliseconds from any start. */
export function stopwatch(now: () => number): Stopwatch {
  const begun: { name: string; at: number }[] = [];
  return {
    lap(name) {
      begun.push({ name, at: now() });
    },
    summary() {
      const end = now();
      const laps = begun.map(({ name, at }, index) => ({ name, took: (begun[index + 1]?.at ?? end) - at }));
      const total = laps.reduce((sum, { took }) => sum + took, 0);
      const parts = laps.filter(({ took }) => took >= 50).map(({ name, took }) => `${name} ${seconds(took)}`);
      return `${seconds(total)}: ${parts.join(', ')}`;
    },
  };
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
