// What was counted or measured of this system: each figure with the test, the file or the note that it comes from.

/** Counts are of documents, requests, points and bytes; times are in seconds. */
export const countedOperations = {
  /** A learner's week in which the shop changed nothing: tests/weekly-run/cost.emulator.test.ts counts it over 1,000. */
  week: { reads: 3.08, writes: 1.15 },
  /** Opening the page, with signing in and one answer. */
  visit: {
    /** signInWithLink, Home and SubmitAnswer (web/operations). */
    requests: 3,
    /**
     * Three to open the page (tests/api/round-trips.emulator.test.ts); the learner to sign in
     * (functions/api/sign-in-with-link.ts); learner and assignment to answer (functions/assignments/assignment-store.ts).
     */
    reads: 6,
    /** Learner and assignment, at an answer that passes. */
    writes: 2,
    /** The built page with its scripts and styles, gzip -9 on 2026-11-22; a visit is taken to find none of it cached. */
    pageBytes: 45_500,
    /** The three answers, uncompressed; tests/local/estimate/counted-operations.test.ts bounds Home's part. */
    answerBytes: 12_000,
  },
  /** Levels and challenges, read by an instance once a minute while it is asked (functions/challenges/cached-content.ts). */
  catalogue: { reads: 54, timesADay: 1_440 },
  /** functions/shopify/shopify-shop.ts; points predicted in shopify.md §3.2, of which a Standard shop restores 100 a second. */
  walk: { membersPerPage: 1_000, pointsPerPage: 28, pointsAtOnce: 2_000, pointsPerSecond: 100 },
  /**
   * One sender hands over one group after the other (functions/weekly-run/sender.ts). Measured with 25 ms a Firestore call
   * and 100 ms a SES call: 11.2 mails a second at a rate of 14, 38 at 200; the seconds between two groups follow from both.
   */
  sender: { groupSizeMax: 10, groupShareOfRate: 0.7, secondsBetweenGroups: 0.22 },
  /** A challenge mail: 17.0 to 17.7 kB over the 50 sample challenges, times what base64 and the form's encoding add. */
  mail: { bytes: 17_700, encoding: 1.35 },
  /** functions/weekly-run: the schedule, and the sweep every 15 minutes. */
  scheduledJobs: 2,
  /** functions/index.ts. */
  functions: 8,
  /** functions/params.ts. */
  secrets: 4,
} as const;
