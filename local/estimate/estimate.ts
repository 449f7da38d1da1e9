// What a shop of so many learners asks of the machines and of the purse.
import { type Bill, bill } from './bill.ts';
import { countedOperations } from './counted-operations.ts';
import { load, monthOf } from './load.ts';
import { type Monday, monday } from './monday.ts';
import type { PriceTable } from './price-table.ts';
import type { Shop } from './shop.ts';
import { storedBytes } from './stored-bytes.ts';

/** A month has 4.35 weeks. Everyone is taken to be mailed each week. */
export type Estimate = Shop & {
  /** Of learners and of the run. */
  requestsPerSecond: { mean: number; peak: number };
  /** Of Amazon SES, while mails go out. */
  eventsPerSecond: { peak: number };
  month: { mails: number; requests: number; events: number; reads: number; writes: number; deletes: number };
  /** After the first year. */
  stored: { bytesPerLearner: number; bytes: number };
  /** Bytes a month: to Amazon SES, and to the learners' browsers. */
  bandwidth: { mails: number; pages: number };
  monday: Monday;
  bill: Bill;
};

export function estimate(shop: Shop, prices: PriceTable): Estimate {
  const used = load(shop);
  const { uses } = used;
  const { visit, mail } = countedOperations;
  const { total } = storedBytes(Math.min(1, shop.visits));
  return {
    ...shop,
    requestsPerSecond: { mean: used.requests / ((365.25 / 12) * 86_400), peak: used.peakRequestsPerSecond },
    eventsPerSecond: { peak: used.peakEventsPerSecond },
    month: {
      mails: used.mails,
      requests: used.requests,
      events: used.events,
      reads: monthOf(uses.firestoreReads),
      writes: monthOf(uses.firestoreWrites),
      deletes: monthOf(uses.firestoreDeletes),
    },
    stored: { bytesPerLearner: total, bytes: total * shop.learners },
    bandwidth: {
      mails: used.mails * mail.bytes * mail.encoding,
      pages: used.mails * shop.visits * (visit.pageBytes + visit.answerBytes),
    },
    monday: monday(shop.learners, shop.rate),
    bill: bill(used, shop.learners, prices),
  };
}
