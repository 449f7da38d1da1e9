// The sums of a run's batches in Firestore.
import type { Firestore } from 'firebase-admin/firestore';
import { parseDocument } from '../firestore.ts';
import { batchSchema } from './batch.ts';
import { tally } from './tally.ts';
import { type Tally, tallySchema } from './tally-schema.ts';

/** The only code that reads the sums without the mails. */
export function tallyStore(db: Firestore) {
  return {
    /** In order. A page at a time: the mails of a batch are a hundred times as large. */
    async all(week: string): Promise<NumberedTally[]> {
      const tallies: NumberedTally[] = [];
      const batches = db.collection('weeklyRuns').doc(week).collection('batches');
      const pages = batches.orderBy('__name__').select('number', 'tally').limit(talliesAtOnce);
      for (let page = pages; ; ) {
        const found = await page.get();
        const kept = found.docs.map((snapshot) => ({ ref: snapshot.ref, ...parseDocument(keptSchema, snapshot) }));
        // Batches from before sums were kept.
        const bare = kept.filter(({ tally }) => tally === undefined).map(({ ref }) => ref);
        const whole = bare.length === 0 ? [] : await db.getAll(...bare);
        const summed = new Map(whole.map((snapshot) => [snapshot.id, tally(parseDocument(batchSchema, snapshot))]));
        for (const { ref, number, tally: sums = summed.get(ref.id) } of kept) {
          if (sums !== undefined) tallies.push({ number, tally: sums });
        }
        const last = found.docs.at(-1);
        if (last === undefined || found.size < talliesAtOnce) return tallies;
        page = pages.startAfter(last.id);
      }
    },
  };
}

/** The sums of the batch with this number. */
export type NumberedTally = { number: number; tally: Tally };

/** Read at a time; each is below a kilobyte. */
const talliesAtOnce = 500;

const keptSchema = batchSchema.pick({ number: true }).extend({ tally: tallySchema.optional() });
