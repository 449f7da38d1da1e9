// Learners in Firestore.
import { isDeepStrictEqual } from 'node:util';
import type { DocumentSnapshot, Firestore, Timestamp } from 'firebase-admin/firestore';
import { AppError } from '../errors.ts';
import { parseDocument } from '../firestore.ts';
import { type Customer, type Learner, learnerSchema } from './learner.ts';

/** A learner as read, and the version that a write may name as its precondition; null where the document does not fit its shape. */
export type ReadLearner = { id: string; version: Timestamp; learner: Learner | null };

/** The only code that knows how learners lie in Firestore. Reads throw `UNREADABLE` unless they say otherwise. */
export function learnerStore(db: Firestore) {
  const collection = db.collection('learners');
  const parse = (snapshot: DocumentSnapshot): Learner => parseDocument(learnerSchema, snapshot);
  const tryParse = (snapshot: DocumentSnapshot): Learner | null => {
    try {
      return parse(snapshot);
    } catch {
      return null;
    }
  };
  const read = (snapshot: DocumentSnapshot): ReadLearner[] =>
    snapshot.updateTime === undefined
      ? []
      : [{ id: snapshot.id, version: snapshot.updateTime, learner: tryParse(snapshot) }];

  return {
    /** Null where there is none. */
    async get(id: string): Promise<Learner | null> {
      const snapshot = await collection.doc(id).get();
      return snapshot.exists ? parse(snapshot) : null;
    },

    /** In the order asked; those that do not exist are left out. Never throws `UNREADABLE`. */
    async getAll(ids: string[]): Promise<ReadLearner[]> {
      if (ids.length === 0) return [];
      const snapshots = await db.getAll(...ids.map((id) => collection.doc(id)));
      return snapshots.flatMap(read);
    },

    /** The next learners in id order after an id. Never throws `UNREADABLE`. */
    async pageAfter(afterId: string, limit: number): Promise<ReadLearner[]> {
      const ordered = collection.orderBy('__name__').limit(limit);
      const page = await (afterId === '' ? ordered : ordered.startAfter(afterId)).get();
      return page.docs.flatMap(read);
    },

    /** Everyone with one of these lower-cased addresses, at most 30. Who cannot be read is left out: nobody mails them. */
    async withAddresses(addressKeys: string[]): Promise<Learner[]> {
      if (addressKeys.length === 0) return [];
      const found = await collection.where('customer.addressKey', 'in', addressKeys).get();
      return found.docs.flatMap((snapshot) => tryParse(snapshot) ?? []);
    },

    /** How many entitled learners have an id in [fromId, beforeId); one read for each thousand. */
    async countEntitled(fromId: string, beforeId: string): Promise<number> {
      const range = collection
        .where('customer.entitled', '==', true)
        .where('__name__', '>=', collection.doc(fromId))
        .where('__name__', '<', collection.doc(beforeId));
      return (await range.count().get()).data().count;
    },

    /** Ids of entitled learners in [fromId, beforeId), at most `limit`. */
    async entitledIds(fromId: string, beforeId: string, limit: number): Promise<string[]> {
      const range = collection
        .where('customer.entitled', '==', true)
        .where('__name__', '>=', collection.doc(fromId))
        .where('__name__', '<', collection.doc(beforeId))
        .limit(limit)
        .select();
      return (await range.get()).docs.map((document) => document.id);
    },

    /**
     * Writes what the sync decided, in this order: of known learners only what the sync may change. Throws a retryable
     * `CONFLICT` where a customer is no longer what it was decided from: two syncs may be at work.
     */
    async saveSynced(writes: SyncedWrite[]): Promise<void> {
      for (let start = 0; start < writes.length; start += writesMax) {
        const chunk = writes.slice(start, start + writesMax);
        const updates = chunk.flatMap((write) => ('learner' in write ? [] : [write]));
        await db.runTransaction(async (transaction) => {
          const refs = updates.map(({ id }) => collection.doc(id));
          const present = refs.length === 0 ? [] : await transaction.getAll(...refs);
          for (const [at, snapshot] of present.entries()) {
            if (isDeepStrictEqual(tryParse(snapshot)?.customer, updates[at]?.before)) continue;
            throw new AppError('CONFLICT', 'A customer was written since it was read.', { retryable: true });
          }
          for (const write of chunk) {
            if ('learner' in write) transaction.create(collection.doc(write.learner.id), write.learner);
            else transaction.update(collection.doc(write.id), { customer: write.customer, ...mailFields(write) });
          }
        });
      }
    },

    /**
     * Reads one learner and writes the parts that `decide` gives, in one transaction. Null from `decide` writes nothing.
     * Gives the learner as it is afterwards, or null where there is none.
     */
    async change(
      id: string,
      decide: (learner: Learner) => Partial<Omit<Learner, 'id'>> | null,
    ): Promise<Learner | null> {
      return db.runTransaction(async (transaction) => {
        const snapshot = await transaction.get(collection.doc(id));
        if (!snapshot.exists) return null;
        const learner = parse(snapshot);
        const parts = decide(learner);
        if (parts === null) return learner;
        transaction.update(snapshot.ref, parts);
        return { ...learner, ...parts };
      });
    },
  };
}

export type LearnerStore = ReturnType<typeof learnerStore>;

/** A new learner, or what the sync changes of a known one; what is left out stays as it is. */
export type SyncedWrite = { learner: Learner } | SyncedUpdate;

type SyncedUpdate = {
  id: string;
  /** The customer from which the change was decided. */
  before: Customer;
  customer: Customer;
  suppressed?: Learner['mail']['suppressed'];
  unsubscribedAt?: Date;
};

/** Writes in one commit: more work too, but this many bounds what a commit that fails has to repeat. */
const writesMax = 500;

function mailFields({ suppressed, unsubscribedAt }: SyncedUpdate) {
  return {
    ...(suppressed === undefined ? {} : { 'mail.suppressed': suppressed }),
    ...(unsubscribedAt === undefined ? {} : { 'mail.unsubscribedAt': unsubscribedAt }),
  };
}
