// The pages of a run's walk in Firestore.
import { randomUUID } from 'node:crypto';
import type { Firestore } from 'firebase-admin/firestore';
import { parseDocument } from '../firestore.ts';
import { type Page, pageSchema } from './page.ts';

/** The only code that knows how pages lie in Firestore. */
export function pageStore(db: Firestore) {
  const pagesOf = (week: string) => db.collection('weeklyRuns').doc(week).collection('pages');
  // Zero-padded, so that ids sort as the walk went.
  const idOf = (walk: number, page: number) => `${walk}-${String(page).padStart(6, '0')}`;

  return {
    /** Null where there is none. */
    async get(week: string, walk: number, page: number): Promise<Page | null> {
      const snapshot = await pagesOf(week).doc(idOf(walk, page)).get();
      return snapshot.exists ? parseDocument(pageSchema, snapshot) : null;
    },

    /** All pages of one walk, in order. */
    async ofWalk(week: string, walk: number): Promise<Page[]> {
      const pages = pagesOf(week);
      const found = await pages
        .orderBy('__name__')
        .startAt(idOf(walk, 0))
        .endBefore(idOf(walk + 1, 0))
        .get();
      return found.docs.map((snapshot) => parseDocument(pageSchema, snapshot));
    },

    /** The page that was reached last; null before the first. */
    async last(week: string): Promise<Page | null> {
      const found = await pagesOf(week).orderBy('walk', 'desc').orderBy('page', 'desc').limit(1).get();
      const snapshot = found.docs[0];
      return snapshot ? parseDocument(pageSchema, snapshot) : null;
    },

    /** Writes a page unless it is there already; says whether it did, also where the answer to its write got lost. */
    async saveOnce(week: string, page: Page): Promise<boolean> {
      // Only this call knows it: a transaction that is tried again tells its own page by it from another's.
      const savedBy = randomUUID();
      return db.runTransaction(async (transaction) => {
        const present = await transaction.get(pagesOf(week).doc(idOf(page.walk, page.page)));
        if (present.exists) return present.get('savedBy') === savedBy;
        transaction.create(present.ref, { ...page, savedBy });
        return true;
      });
    },
  };
}
