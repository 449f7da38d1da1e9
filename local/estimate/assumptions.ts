// What nobody has counted yet: replaced by measurements as soon as there are some.

/** Shares are of one week; times in seconds. The output names those that a figure rests on. */
export const assumptions = {
  /** Of a week's visits, on Monday. */
  mondayShare: 0.5,
  /** Of a week's visits, in the busiest hour: the first after the mails. Where sending takes longer, opens spread over it. */
  busiestHourShare: 0.2,
  /** Of the API for one request, as if no other shared the instance: an upper bound. */
  requestSeconds: 0.2,
  /** Of sesEvents for one event, most of it the wait for one write (functions/ses-events/ses-events-trigger.ts). */
  eventSeconds: 0.05,
  /** For one page of the walk: Shopify's answer, a thousand reads, the message to the next. */
  pageSeconds: 3,
  /** Read, decided and frozen; parsing alone does 3,400 a second on one core of the machine this was written on. */
  plannedPerSecond: 1_000,
  /** For one look of the sweep. */
  sweepSeconds: 1,
  /** Of the platform's request log and our line, each request. */
  logBytesPerRequest: 1_500,
  deploysPerMonth: 4,
  buildMinutesPerFunction: 3,
  /** Of the container images that are kept. */
  imageGigabytes: 1,
  /** Of the built page and the releases that Hosting keeps. */
  hostingGigabytes: 0.01,
} as const;
