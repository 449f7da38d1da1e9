// Suppressions in Firestore: addresses that must not be mailed, under their HMAC.
import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import { parseDocument } from '../firestore.ts';
import { addressHash } from './address-hash.ts';

/**
 * The only code that knows how suppressions lie in Firestore. `addressHashKey` is asked for on first use, so that only
 * the functions that look addresses up need the secret.
 */
export function suppressionStore(db: Firestore, addressHashKey: () => string) {
  const collection = db.collection('suppressions');

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
  };
}

function read(snapshot: DocumentSnapshot): Suppression {
  try {
    return parseDocument(suppressionSchema, snapshot);
  } catch {
    return { reason: 'COMPLAINT', since: snapshot.createTime?.toDate() ?? new Date(0) };
  }
}

/** `UNSUBSCRIBED` is the owner's wish; the others are what Amazon SES told. */
export const suppressionSchema = z.object({
  reason: z.enum(['UNSUBSCRIBED', 'BOUNCE', 'COMPLAINT']),
  since: z.date(),
});

export type Suppression = z.infer<typeof suppressionSchema>;
