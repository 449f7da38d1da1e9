// How long a Monday takes, step by step.
import { assumptions } from './assumptions.ts';
import { countedOperations } from './counted-operations.ts';

export type Monday = {
  /** What the whole walk over Shopify would take; the sync leaves it after three hours. */
  walkSeconds: number;
  /** Of each step, and of all. */
  syncSeconds: number;
  planSeconds: number;
  sendSeconds: number;
  totalSeconds: number;
  /** Mails a second that one sender comes to at the account's rate. */
  sentPerSecond: number;
  /** What sending would take if the account's rate were the only bound. */
  sendSecondsAtRate: number;
  /** Of Shopify's walk. */
  pages: number;
  /** Least seconds that Shopify's points allow the walk. */
  throttleSeconds: number;
};

/** `rate`: mails a second that SES allows. Everyone is taken to be mailed. */
export function monday(learners: number, rate: number): Monday {
  const { membersPerPage, pointsPerPage, pointsAtOnce, pointsPerSecond } = countedOperations.walk;
  const pages = Math.ceil(learners / membersPerPage);
  const throttleSeconds = Math.max(0, (pages * pointsPerPage - pointsAtOnce) / pointsPerSecond);
  const walkSeconds = Math.max(pages * assumptions.pageSeconds, throttleSeconds);
  const syncSeconds = Math.min(walkSeconds, walkHoursMax * 3_600);
  const planSeconds = learners / assumptions.plannedPerSecond;
  const sentPerSecond = sentBy(rate);
  const sendSeconds = learners / sentPerSecond;
  return {
    ...{ walkSeconds, syncSeconds, planSeconds, sendSeconds, sentPerSecond, pages, throttleSeconds },
    totalSeconds: syncSeconds + planSeconds + sendSeconds,
    sendSecondsAtRate: learners / rate,
  };
}

/** Sending is over on Thursday at 20:00, from Monday at 09:00 (functions/weekly-run/lateness.ts); without a change of the clock. */
export const sendingHours = 83;

/** A walk that takes longer is left (functions/weekly-run/sync-customers.ts). */
export const walkHoursMax = 3;

/** Mails a second of one sender, where SES allows `rate`. */
export function sentBy(rate: number): number {
  const { shareOfRate, mailsPerSecondMax } = countedOperations.sender;
  return Math.min(rate * shareOfRate, mailsPerSecondMax);
}
