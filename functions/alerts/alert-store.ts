// Alerts in Firestore: what was told.
import type { Firestore } from 'firebase-admin/firestore';
import { parseDocument } from '../firestore.ts';
import type { Alert } from './alert.ts';
import { type Told, toldLifeDays, toldSchema, whatToTell } from './told.ts';

/** The only code that knows how alerts lie in Firestore. */
export function alertStore(db: Firestore) {
  const collection = db.collection('alerts');

  return {
    /** Takes an alert in hand: what of it this instance, and no other, tells now; null where that is nothing. */
    async claim(alert: Alert, now: Date): Promise<{ log: boolean } | null> {
      return db.runTransaction(async (transaction) => {
        const snapshot = await transaction.get(collection.doc(alert.id));
        const told = snapshot.exists ? parseDocument(toldSchema, snapshot) : null;
        const what = whatToTell(told, alert, now);
        if (told === null) transaction.create(snapshot.ref, seen(alert, now, what !== null));
        else if (what !== null) transaction.update(snapshot.ref, { claimedAt: now, text: alert.text });
        return what;
      });
    },

    /** Writes how far the telling came; for who claimed it. */
    async mark(id: string, parts: Partial<Pick<Told, 'loggedAt' | 'mail'>>): Promise<void> {
      await collection.doc(id).update(parts);
    },
  };
}

function seen({ code, week, text }: Alert, now: Date, isClaimed: boolean): Told {
  const expiresAt = new Date(now.getTime() + toldLifeDays * 86_400_000);
  return { code, week, text, seenAt: now, claimedAt: isClaimed ? now : null, loggedAt: null, mail: 'NONE', expiresAt };
}
