// How much each part of the mail bench sends.

export type Sizes = {
  /** At each rate. */
  seconds: number;
  /** In a round. */
  learners: number;
  /** In a round of the naive script, which takes its time. */
  naiveMails: number;
  /** Learners of the two runs whose memory is compared. */
  large: number;
  small: number;
};
