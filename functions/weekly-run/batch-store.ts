// The batches of a run in Firestore, written only by who read them last.
import { AggregateField, FieldPath, FieldValue, type Firestore, type Timestamp } from 'firebase-admin/firestore';
import { parseDocument } from '../firestore.ts';
import type { LearnerWeek } from '../learners/learner.ts';
import { type Batch, batchSchema } from './batch.ts';
import { type Books, books } from './books.ts';
import { runSchema } from './run.ts';
import { tally } from './tally.ts';
import type { Tally } from './tally-schema.ts';
import { type NumberedTally, tallyStore } from './tally-store.ts';

/** A batch as read, and the version that a write names as its precondition. */
export type StoredBatch = { batch: Batch; version: Timestamp };

/** What a sender writes at once: a batch's progress, and the challenge on the learners that are about to be mailed. */
export type BatchCommit = {
  parts: Pick<Batch, 'inFlight' | 'outcomes'>;
  released: Release[];
};

/** All outcomes of a batch as they are from now on, and whose mail was put back, where that changed. */
export type Settlement = Pick<Batch, 'outcomes'> & Partial<Pick<Batch, 'resentIds'>>;

/** A learner as read: its version, and the week's challenge, undefined where there was no entry. */
type Release = {
  learnerId: string;
  version: Timestamp;
  challengeIdBefore: string | null | undefined;
  learnerWeek: LearnerWeek;
};

/** The only code that knows how batches lie in Firestore. */
export function batchStore(db: Firestore) {
  const runs = db.collection('weeklyRuns');
  const learners = db.collection('learners');
  const tallies = tallyStore(db);
  const batchesOf = (week: string) => runs.doc(week).collection('batches');
  const idOf = (number: number) => String(number).padStart(6, '0');

  return {
    /** Null where there is none. */
    async get(week: string, number: number): Promise<StoredBatch | null> {
      const snapshot = await batchesOf(week).doc(idOf(number)).get();
      if (!snapshot.exists || snapshot.updateTime === undefined) return null;
      return { batch: parseDocument(batchSchema, snapshot), version: snapshot.updateTime };
    },

    /** The batch whose range of ids holds this one, planned or not; null where the plan has not come so far. */
    async containing(week: string, learnerId: string): Promise<Batch | null> {
      const found = await batchesOf(week).where('throughId', '>=', learnerId).orderBy('throughId').limit(1).get();
      const snapshot = found.docs[0];
      return snapshot ? parseDocument(batchSchema, snapshot) : null;
    },

    /** The batch that was frozen last; null before the first. */
    async last(week: string): Promise<Batch | null> {
      const found = await batchesOf(week).orderBy('number', 'desc').limit(1).get();
      const snapshot = found.docs[0];
      return snapshot ? parseDocument(batchSchema, snapshot) : null;
    },

    /** In order. */
    async all(week: string): Promise<StoredBatch[]> {
      const found = await batchesOf(week).orderBy('__name__').get();
      return found.docs.map((snapshot) => ({
        batch: parseDocument(batchSchema, snapshot),
        version: snapshot.updateTime,
      }));
    },

    /** In order. A read for each batch, without its mails. */
    async tallies(week: string): Promise<NumberedTally[]> {
      return tallies.all(week);
    },

    /** Costs the same. */
    async books(week: string): Promise<Books> {
      return books((await tallies.all(week)).map(({ tally }) => tally));
    },

    /**
     * Mails of a run that SES accepted: one read for each thousand batches. Too few where batches are from before sums were
     * kept; `books` has all.
     */
    async acceptedCount(week: string): Promise<number> {
      // The range changes no sum; it says which index Firestore takes.
      const summed = await batchesOf(week)
        .where('tally.accepted', '>', 0)
        .aggregate({ accepted: AggregateField.sum('tally.accepted') })
        .get();
      return summed.data().accepted;
    },

    /**
     * Freezes a batch while the run is being planned. `exists` where another planner froze this number first, `stopped`
     * where the run is no longer in planning: then the plan is closed, and nothing may be added to it.
     */
    async freeze(week: string, batch: Batch): Promise<'frozen' | 'exists' | 'stopped'> {
      return db.runTransaction(async (transaction) => {
        const ref = batchesOf(week).doc(idOf(batch.number));
        const [run, present] = await transaction.getAll(runs.doc(week), ref);
        if (run === undefined || !run.exists || parseDocument(runSchema, run).state !== 'planning') return 'stopped';
        if (present?.exists) return 'exists';
        transaction.create(ref, { ...batch, tally: tally(batch) });
        return 'frozen';
      });
    },

    /**
     * Changes the outcomes of a batch while the run is settling, and counts that on the run, in one transaction: as long as
     * it sends, batches are the sender's. False where the run is in another state; null from `decide` writes nothing.
     */
    async settle(week: string, number: number, decide: (batch: Batch) => Settlement | null): Promise<boolean> {
      return db.runTransaction(async (transaction) => {
        const ref = batchesOf(week).doc(idOf(number));
        const [run, present] = await transaction.getAll(runs.doc(week), ref);
        if (run === undefined || !run.exists || parseDocument(runSchema, run).state !== 'settling') return false;
        if (!present?.exists) return true;
        const batch = parseDocument(batchSchema, present);
        const settlement = decide(batch);
        if (settlement === null) return true;
        transaction.update(ref, withTally(batch, settlement));
        transaction.update(run.ref, { settlements: FieldValue.increment(1) });
        return true;
      });
    },

    /**
     * Closes a plan of so many batches: opens the sending of a run that is being planned. `stopped` as in `freeze`;
     * `behind` where there is a further batch already.
     */
    async closePlan(
      week: string,
      plan: { batches: number; hash: string; contentWeeksLeft: number | null },
    ): Promise<'closed' | 'stopped' | 'behind'> {
      return db.runTransaction(async (transaction) => {
        const further = batchesOf(week).doc(idOf(plan.batches + 1));
        const [run, present] = await transaction.getAll(runs.doc(week), further);
        if (run === undefined || !run.exists || parseDocument(runSchema, run).state !== 'planning') return 'stopped';
        if (present?.exists) return 'behind';
        const { hash, contentWeeksLeft } = plan;
        transaction.update(run.ref, { state: 'sending', planHash: hash, contentWeeksLeft });
        return 'closed';
      });
    },

    /**
     * Writes a sender's progress. Throws where the batch was written by anyone since `stored` was read, or a learner since
     * `version` was, or where a learner is gone; then nothing is written. So nobody loses the challenge that their answers
     * to the questionnaire gave them a moment ago.
     */
    async commit(week: string, stored: StoredBatch, { parts, released }: BatchCommit): Promise<StoredBatch> {
      const writes = db.batch();
      const kept = withTally(stored.batch, parts);
      writes.update(batchesOf(week).doc(idOf(stored.batch.number)), kept, { lastUpdateTime: stored.version });
      for (const { learnerId, version, learnerWeek } of released) {
        const precondition = { lastUpdateTime: version };
        writes.update(learners.doc(learnerId), new FieldPath('weeks', week), learnerWeek, precondition);
      }
      const [written] = await writes.commit();
      return { batch: { ...stored.batch, ...parts }, version: written?.writeTime ?? stored.version };
    },

    /**
     * The same in a transaction, which locks the learners: who changes all the time holds up nobody. Costs a read for each,
     * so it is for the try after a refused one. Throws where a learner has another challenge this week than was read. The
     * new version is read afterwards.
     */
    async commitLocked(week: string, stored: StoredBatch, { parts, released }: BatchCommit): Promise<void> {
      await db.runTransaction(async (transaction) => {
        const refs = released.map(({ learnerId }) => learners.doc(learnerId));
        const present = refs.length === 0 ? [] : await transaction.getAll(...refs);
        const kept = withTally(stored.batch, parts);
        transaction.update(batchesOf(week).doc(idOf(stored.batch.number)), kept, { lastUpdateTime: stored.version });
        for (const [at, { learnerWeek, challengeIdBefore }] of released.entries()) {
          const snapshot = present[at];
          const challengeId: unknown = snapshot?.get(new FieldPath('weeks', week, 'challengeId'));
          if (snapshot === undefined || challengeId !== challengeIdBefore) throw new Error('A learner has changed.');
          transaction.update(snapshot.ref, new FieldPath('weeks', week), learnerWeek);
        }
      });
    },
  };
}

function withTally<Parts extends Pick<Batch, 'outcomes'>>(batch: Batch, parts: Parts): Parts & { tally: Tally } {
  return { ...parts, tally: tally({ mails: batch.mails, outcomes: parts.outcomes }) };
}
