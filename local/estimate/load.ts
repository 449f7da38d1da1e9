// What so many learners use in a month of everything that has a price.
import { batchSizeMax } from '../../functions/weekly-run/batch.ts';
import { assumptions } from './assumptions.ts';
import { countedOperations } from './counted-operations.ts';
import { monday } from './monday.ts';
import type { PriceKey } from './price-table.ts';
import type { Shop } from './shop.ts';
import { storedBytes } from './stored-bytes.ts';

/** In units of the price. What is free each day is used on Monday and on each of the six other days. */
export type Use = { month: number } | { monday: number; otherDay: number };

/** Of a month, and a second at the peak. Requests are those of learners and of the run; events come from SES besides. */
export type Load = {
  mails: number;
  requests: number;
  events: number;
  peakRequestsPerSecond: number;
  peakEventsPerSecond: number;
  uses: Record<PriceKey, Use>;
};

const daysPerMonth = 365.25 / 12;
export const weeksPerMonth = daysPerMonth / 7;
const gibibyte = 2 ** 30;

/** The whole run is counted on Monday, also where it takes longer: the dearest case. */
export function load(shop: Shop): Load {
  const { learners, visits } = shop;
  const { week, event, visit, walk, mail } = countedOperations;
  const days = visitsOfDays(learners * visits);
  const mails = learners * weeksPerMonth;
  const weekEvents = learners * event.eachMail;
  const events = weekEvents * weeksPerMonth;
  const { requests, steadyRequests, seconds, sendingSeconds, messages } = work(shop);
  const hosting = (at: number) => (at * (visit.pageBytes + visit.answerBytes)) / 1e9;
  return {
    mails,
    requests,
    events,
    // As fast as mails go out: SES tells of most of them within seconds.
    peakEventsPerSecond: Math.min(weekEvents, monday(learners, shop.rate).sentPerSecond * event.eachMail),
    peakRequestsPerSecond:
      peakPerSecond(learners * visits * visit.requests, sendingSeconds / weeksPerMonth) +
      steadyRequests / (daysPerMonth * 86_400),
    uses: {
      mails: { month: mails },
      eventNotifications: { month: events },
      eventPublishes: { month: events },
      firestoreReads: { monday: learners * week.reads + readsOf(days.monday), otherDay: readsOf(days.otherDay) },
      firestoreWrites: {
        monday: learners * week.writes + weekEvents * event.writes + days.monday * visit.writes,
        otherDay: days.otherDay * visit.writes,
      },
      // Deliveries, batches and pages that expire.
      firestoreDeletes: { month: learners * (1 + 1 / batchSizeMax + 1 / walk.membersPerPage) * weeksPerMonth },
      firestoreStorage: { month: (learners * storedBytes(Math.min(1, visits)).total) / gibibyte },
      functionRequests: { month: requests + events },
      functionCpu: { month: seconds + sendingSeconds },
      // 512 MiB, and 1 GiB for the sender.
      functionMemory: { month: seconds / 2 + sendingSeconds },
      egress: { month: (mails * mail.bytes * mail.encoding) / gibibyte },
      hostingStorage: { month: assumptions.hostingGigabytes },
      hostingTransfer: { monday: hosting(days.monday), otherDay: hosting(days.otherDay) },
      logs: { month: ((requests + events) * assumptions.logBytesPerRequest) / gibibyte },
      // A message of less than 1 kB counts as 1 kB, published and delivered.
      pubsub: { month: (messages * 2 * 1_000) / gibibyte },
      schedulerJobs: { month: countedOperations.scheduledJobs },
      imageStorage: { month: assumptions.imageGigabytes },
      buildMinutes: {
        month: assumptions.deploysPerMonth * countedOperations.functions * assumptions.buildMinutesPerFunction,
      },
      secretVersions: { month: countedOperations.secrets },
      signedInUsers: { month: visits > 0 ? learners : 0 },
    },
  };
}

/** What the functions do in a month; the sender's seconds apart from the others'. */
function work({ learners, rate, visits }: Shop) {
  const { sendSeconds, planSeconds, syncSeconds, pages } = monday(learners, rate);
  const apiRequests = learners * visits * countedOperations.visit.requests * weeksPerMonth;
  const sweeps = daysPerMonth * countedOperations.sweep.timesADay;
  // Planner and sender hand over to themselves after 480 s (functions/weekly-run/work-deadline.ts).
  const messages = (pages + (sendSeconds + planSeconds) / 480 + 3) * weeksPerMonth;
  const steps = (syncSeconds + planSeconds) * weeksPerMonth;
  // Each event alone, or one instance for all that come at a time: of the 80 that it takes, 400 mails a second need 40.
  const eventSeconds = Math.min(learners * countedOperations.event.eachMail * assumptions.eventSeconds, sendSeconds);
  return {
    messages,
    requests: apiRequests + sweeps + messages,
    steadyRequests: sweeps + messages,
    seconds:
      apiRequests * assumptions.requestSeconds +
      sweeps * assumptions.sweepSeconds +
      steps +
      eventSeconds * weeksPerMonth,
    sendingSeconds: sendSeconds * weeksPerMonth,
  };
}

function visitsOfDays(weekVisits: number): { monday: number; otherDay: number } {
  const monday = weekVisits * assumptions.mondayShare;
  return { monday, otherDay: (weekVisits - monday) / 6 };
}

/** Units of a month. */
export function monthOf(use: Use): number {
  return 'month' in use ? use.month : (use.monday + 6 * use.otherDay) * weeksPerMonth;
}

/** Of a day: its visits, the catalogue that they keep one instance reading again, and the sweep. */
function readsOf(visits: number): number {
  const { catalogue, sweep, visit } = countedOperations;
  const ofVisits = visits * visit.reads + Math.min(visits, catalogue.timesADay) * catalogue.reads;
  return ofVisits + sweep.reads * sweep.timesADay;
}

function peakPerSecond(weekRequests: number, sendSeconds: number): number {
  const busiest = (weekRequests * assumptions.busiestHourShare) / Math.max(3_600, sendSeconds);
  return Math.max(busiest, weekRequests / (7 * 86_400));
}
