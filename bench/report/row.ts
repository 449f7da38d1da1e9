// One figure of a bench, against its baseline and its goal.

export type Row = {
  name: string;
  value: number;
  unit: string;
  /** What the value is compared with, in the same unit; null where it is not. */
  baseline: number | null;
  /** Value by baseline; of several rounds the median of the rounds' ratios. */
  ratio: number | null;
  /** Least and greatest ratio of the rounds; null for what ran once. */
  spread: [number, number] | null;
  /** Such as `ratio >= 0.97`; null where nothing is promised. */
  goal: string | null;
  met: boolean | null;
};
