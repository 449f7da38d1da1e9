// The environment of a database, in its one document.
import type { Firestore } from 'firebase-admin/firestore';
import { parseDocument } from '../firestore.ts';
import { type Environment, environmentSchema } from './environment.ts';

/** The only code that knows how the environment lies in Firestore. */
export function environmentStore(db: Firestore) {
  const ref = db.collection('settings').doc('environment');

  return {
    /** Claims a database that belongs to no environment; gives the environment that it then belongs to. One read. */
    async claim(mine: Environment): Promise<Environment> {
      const present = await ref.get();
      if (present.exists) return parseDocument(environmentSchema, present);
      try {
        await ref.create(mine);
        return mine;
      } catch (error) {
        // Somebody was first; or this was, and its answer got lost.
        const claimed = await ref.get();
        if (!claimed.exists) throw error;
        return parseDocument(environmentSchema, claimed);
      }
    },
  };
}
