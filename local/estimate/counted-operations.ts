// What was counted or measured of this system: each figure with the test, the file or the note that it comes from.

/** Counts are of documents, requests, points and bytes; times are in seconds. */
export const countedOperations = {
  /**
   * A learner's week in which the shop changed nothing, without the events of SES: tests/weekly-run/cost.emulator.test.ts
   * counts it over 1,000.
   */
  week: { reads: 3.09, writes: 1.15 },
  /**
   * What SES tells of a mail that arrives: Send and Delivery. Each is one request to sesEvents, and one write without a read
   * (functions/deliveries/record-event.ts). What bounces is rare, and costs a few more.
   */
  event: { eachMail: 2, writes: 1 },
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
   * One sender, whose groups overlap (functions/sending/send-batches.ts): the least share of the account's rate that
   * bench/mail wants of it, up to what one process composes and sends a second. That bound is architecture's (§5); by
   * bench/mail a mail takes 1.5 ms of one processor core, and 48 requests at once of 100 ms each are 480 a second.
   */
  sender: { shareOfRate: 0.97, mailsPerSecondMax: 400 },
  /** A challenge mail: 17.0 to 17.7 kB over the 50 sample challenges, times what base64 and the form's encoding add. */
  mail: { bytes: 17_700, encoding: 1.35 },
  /** functions/weekly-run: the schedule, and the sweep every 15 minutes. */
  scheduledJobs: 2,
  /**
   * Of a look at nothing: the environment twice, the active runs, the runs of two weeks (functions/weekly-run/sweep.ts,
   * functions/alerts/watch.ts). tests/local/estimate/counted-operations.emulator.test.ts counts it.
   */
  sweep: { reads: 5, timesADay: 96 },
  /** functions/index.ts. */
  functions: 9,
  /** functions/params.ts. */
  secrets: 4,
} as const;
