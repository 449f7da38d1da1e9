// Suppressions in Firestore: addresses that must not be mailed, under their HMAC.
import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import { parseDocument } from '../firestore.ts';
import { type Learner, learnerSchema } from '../learners/learner.ts';
import { addressHash } from './address-hash.ts';
import { harderSuppression } from './harder-suppression.ts';
import { type SesSuppression, type Suppression, suppressionSchema } from './suppression.ts';

/**
 * The only code that knows how suppressions lie in Firestore. `addressHashKey` is asked for on first use, so that only
 * the functions that look addresses up need the secret.
 */
export function suppressionStore(db: Firestore, addressHashKey: () => string) {
  const collection = db.collection('suppressions');
  const learners = db.collection('learners');

  return {
    /**
     * The suppressions of these addresses, by lower-cased, trimmed address; one read for each. One that
     * does not fit its shape counts as a complaint: who is in doubt is not mailed.
     */
    async getAll(addresses: string[]): Promise<Map<string, Suppression>> {
      const keys = [...new Set(addresses.map((address) => address.trim().toLowerCase()))];
      if (keys.length === 0) return new Map();
      const snapshots = await db.getAll(...keys.map((key) => collection.doc(addressHash(key, addressHashKey()))));
      // Firestore gives the snapshots in the order asked.
      const found = keys.flatMap((key, index) => {
        const snapshot = snapshots[index];
        return snapshot?.exists ? [[key, read(snapshot)] as const] : [];
      });
      return new Map(found);
    },

    /**
     * Suppresses addresses, by lower-cased, trimmed address, at most 30, and everyone who has one of them, in one
     * transaction. What suppresses harder already stays, so a second call writes nothing. Who cannot be read is left
     * alone: nobody mails them.
     */
    async suppress(keys: readonly string[], suppression: SesSuppression): Promise<void> {
      if (keys.length === 0) return;
      const refs = keys.map((key) => collection.doc(addressHash(key, addressHashKey())));
      await db.runTransaction(async (transaction) => {
        const [found, holders] = await Promise.all([
          transaction.getAll(...refs),
          transaction.get(learners.where('customer.addressKey', 'in', keys)),
        ]);
        for (const snapshot of found) {
          const known = snapshot.exists ? read(snapshot) : null;
          const stands = harderSuppression(known, suppression);
          if (stands !== known) transaction.set(snapshot.ref, stands);
        }
        for (const holder of holders.docs) {
          const known = suppressedOf(holder);
          if (known === 'unreadable') continue;
          const stands = harderSuppression(known, suppression);
          if (stands !== known) transaction.update(holder.ref, { 'mail.suppressed': stands });
        }
      });
    },
  };
}

function suppressedOf(snapshot: DocumentSnapshot): Learner['mail']['suppressed'] | 'unreadable' {
  try {
    return parseDocument(learnerSchema, snapshot).mail.suppressed;
  } catch {
    return 'unreadable';
  }
}

function read(snapshot: DocumentSnapshot): Suppression {
  try {
    return parseDocument(suppressionSchema, snapshot);
  } catch {
    return { reason: 'COMPLAINT', since: snapshot.createTime?.toDate() ?? new Date(0) };
  }
}
