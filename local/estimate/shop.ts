// The shop that an estimate is of.

export type Shop = {
  learners: number;
  /** Mails a second that SES allows the account. */
  rate: number;
  /** Of a learner in a week. */
  visits: number;
};
