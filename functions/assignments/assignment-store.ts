// What learners answered, in Firestore.
import { isDeepStrictEqual } from 'node:util';
import { type DocumentSnapshot, FieldPath, type Firestore, Timestamp } from 'firebase-admin/firestore';
import { parseDocument } from '../firestore.ts';
import { type Learner, learnerSchema } from '../learners/learner.ts';
import { applyChange } from './apply-change.ts';
import { type AssignmentRecord, assignmentRecordSchema } from './assignment-record.ts';
import type { AssignmentChange, FoundAssignment } from './decide-submission.ts';

/** Where in the queue of submissions to review a page begins. */
export type QueuePlace = { toReviewSince: Date; id: string };

export type QueueEntry = { place: QueuePlace; record: AssignmentRecord | null };

/** The only code that knows how assignments lie in Firestore. Reads throw `UNREADABLE`. */
export function assignmentStore(db: Firestore) {
  const learners = db.collection('learners');
  const assignments = db.collection('assignments');
  const refOf = (learnerId: string, week: string) => assignments.doc(`${week}_${learnerId}`);
  const parse = (snapshot: DocumentSnapshot | undefined): AssignmentRecord | null =>
    snapshot?.exists ? parseDocument(assignmentRecordSchema, snapshot) : null;
  const tryParse = (snapshot: DocumentSnapshot): AssignmentRecord | null => {
    try {
      return parse(snapshot);
    } catch {
      return null;
    }
  };
  return {
    /** A learner, null where there is none, and what they answered in these weeks: one call for all. */
    async withLearner(learnerId: string, weeks: string[]): Promise<LearnerAndRecords> {
      const refs = weeks.map((week) => refOf(learnerId, week));
      const [learner, ...found] = await db.getAll(learners.doc(learnerId), ...refs);
      return {
        learner: learner?.exists ? parseDocument(learnerSchema, learner) : null,
        records: new Map(weeks.map((week, at) => [week, parse(found[at])])),
      };
    },

    /** What a learner answered in these weeks, in their order; null for a week without an answer. One call for all. */
    async ofWeeks(learnerId: string, weeks: readonly string[]): Promise<(AssignmentRecord | null)[]> {
      if (weeks.length === 0) return [];
      return (await db.getAll(...weeks.map((week) => refOf(learnerId, week)))).map(parse);
    },

    /**
     * Reads a learner and their assignment of one week, and writes what `decide` gives, in one transaction; null writes
     * nothing. Gives both as they are afterwards, or null where there is no such learner.
     */
    async change<Decision extends { change: AssignmentChange | null }>(
      { learnerId, weekOf }: { learnerId: string; weekOf: (learner: Learner) => string | null },
      decide: (found: FoundAssignment) => Decision,
    ): Promise<(FoundAssignment & { decision: Decision }) | null> {
      return db.runTransaction(async (transaction) => {
        const snapshot = await transaction.get(learners.doc(learnerId));
        if (!snapshot.exists) return null;
        const learner = parseDocument(learnerSchema, snapshot);
        const week = weekOf(learner);
        const record = week === null ? null : parse(await transaction.get(refOf(learnerId, week)));
        const decision = decide({ learner, week, record });
        const { change } = decision;
        if (change === null) return { decision, learner, week, record };
        transaction.set(refOf(learnerId, change.record.week), change.record);
        const parts = changedParts(learner, change);
        if (parts !== null) {
          const path = new FieldPath('weeks', change.record.week);
          transaction.update(snapshot.ref, path, change.progress.learnerWeek, ...Object.entries(parts).flat());
        }
        return { decision, ...applyChange(learner, change) };
      });
    },

    /**
     * Assignments with an answer that waits for its review, the longest waiting first, after a place in the queue; null in
     * the place of one that cannot be read, so that it does not hold up the others.
     */
    async toReview(after: QueuePlace | null, limit: number): Promise<QueueEntry[]> {
      const queue = assignments.where('toReviewSince', '>', new Date(0)).orderBy('toReviewSince').orderBy('__name__');
      const rest = after === null ? queue : queue.startAfter(after.toReviewSince, after.id);
      return (await rest.limit(limit).get()).docs.map((snapshot) => {
        const toReviewSince: unknown = snapshot.get('toReviewSince');
        const place = {
          id: snapshot.id,
          toReviewSince: toReviewSince instanceof Timestamp ? toReviewSince.toDate() : new Date(0),
        };
        return { place, record: tryParse(snapshot) };
      });
    },
  };
}

export type LearnerAndRecords = { learner: Learner | null; records: ReadonlyMap<string, AssignmentRecord | null> };

export type AssignmentStore = ReturnType<typeof assignmentStore>;

/** What changes of the learner beside the week; null where nothing at all does, as with most attempts that fail. */
function changedParts(learner: Learner, { record, progress }: AssignmentChange): object | null {
  const { levelId, passes, firstSubmittedAt, weeks } = learner;
  const { learnerWeek, ...parts } = progress;
  const isSame = isDeepStrictEqual({ levelId, passes, firstSubmittedAt }, parts);
  if (isSame && isDeepStrictEqual(weeks[record.week], learnerWeek)) return null;
  return isSame ? {} : parts;
}
