// Weekly runs in Firestore.
import { FieldValue, type Firestore } from 'firebase-admin/firestore';
import { parseDocument } from '../firestore.ts';
import { type Run, runSchema, workingStateSchema } from './run.ts';
import type { RunCost } from './run-cost.ts';

/** The only code that knows how runs lie in Firestore. */
export function runStore(db: Firestore) {
  const collection = db.collection('weeklyRuns');

  return {
    /** Null where there is none. */
    async get(week: string): Promise<Run | null> {
      const snapshot = await collection.doc(week).get();
      return snapshot.exists ? parseDocument(runSchema, snapshot) : null;
    },

    /** Newest week first. */
    async list(first: number): Promise<Run[]> {
      const found = await collection.orderBy('week', 'desc').limit(first).get();
      return found.docs.map((snapshot) => parseDocument(runSchema, snapshot));
    },

    /** Those that work on something: neither done, nor paused, nor failed. Who cannot be read is left out. */
    async active(): Promise<Run[]> {
      const found = await collection.where('state', 'in', workingStateSchema.options).get();
      return found.docs.flatMap((snapshot) => {
        try {
          return [parseDocument(runSchema, snapshot)];
        } catch {
          return [];
        }
      });
    },

    /** Writes the run unless its week has one already; gives the run that then stands. */
    async createOnce(run: Run): Promise<{ run: Run; created: boolean }> {
      return db.runTransaction(async (transaction) => {
        const snapshot = await transaction.get(collection.doc(run.week));
        if (snapshot.exists) return { run: parseDocument(runSchema, snapshot), created: false };
        transaction.create(snapshot.ref, run);
        return { run, created: true };
      });
    },

    /** Adds to what the run used so far, without reading it. Throws where there is none. */
    async addCost(week: string, cost: RunCost): Promise<void> {
      const added = Object.entries(cost).map(([name, amount]) => [`cost.${name}`, FieldValue.increment(amount)]);
      await collection.doc(week).update(Object.fromEntries(added));
    },

    /**
     * Reads one run and writes the parts that `decide` gives, in one transaction. Null from `decide` writes nothing.
     * Gives the run as it is afterwards, and whether it was changed; null where there is none.
     */
    async change(
      week: string,
      decide: (run: Run) => Partial<Omit<Run, 'week'>> | null,
    ): Promise<{ run: Run; changed: boolean } | null> {
      return db.runTransaction(async (transaction) => {
        const snapshot = await transaction.get(collection.doc(week));
        if (!snapshot.exists) return null;
        const run = parseDocument(runSchema, snapshot);
        const parts = decide(run);
        if (parts === null) return { run, changed: false };
        transaction.update(snapshot.ref, parts);
        return { run: { ...run, ...parts }, changed: true };
      });
    },
  };
}
