// Deliveries in Firestore.
import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import { parseDocument } from '../firestore.ts';
import { type Delivery, deliverySchema } from './delivery.ts';
import type { DeliveryParts } from './delivery-parts.ts';

/** The only code that knows how deliveries lie in Firestore. */
export function deliveryStore(db: Firestore) {
  const collection = db.collection('deliveries');
  const refOf = (week: string, learnerId: string) => collection.doc(`${week}_${learnerId}`);

  return {
    /** One write without a read, whatever stands there. */
    async merge(parts: DeliveryParts): Promise<void> {
      await refOf(parts.week, parts.learnerId).set(parts, { merge: true });
    },

    /** By learner id; who has none, or one that does not fit its shape, is left out. One read for each id. */
    async getAll(week: string, learnerIds: readonly string[]): Promise<Map<string, Delivery>> {
      if (learnerIds.length === 0) return new Map();
      const snapshots = await db.getAll(...learnerIds.map((learnerId) => refOf(week, learnerId)));
      return new Map(snapshots.flatMap(tryParse).map((delivery) => [delivery.learnerId, delivery]));
    },

    /** Learners whose mail of this week bounced for good; one read for each thousand. */
    async hardBounces(week: string): Promise<number> {
      const bounced = collection.where('hardBouncedWeek', '==', week);
      return (await bounced.count().get()).data().count;
    },

    /** Complaints about the mails of these weeks, at most 30, one for each mail; one read for each thousand. */
    async complaints(weeks: string[]): Promise<number> {
      const complained = collection.where('complainedWeek', 'in', weeks);
      return (await complained.count().get()).data().count;
    },
  };
}

export type DeliveryStore = ReturnType<typeof deliveryStore>;

function tryParse(snapshot: DocumentSnapshot): Delivery[] {
  if (!snapshot.exists) return [];
  try {
    return [parseDocument(deliverySchema, snapshot)];
  } catch {
    return [];
  }
}
