// A learner's wish about their mail in Firestore, where it stands twice: on learners, and on the address.
import type { DocumentSnapshot, Firestore, Transaction } from 'firebase-admin/firestore';
import { parseDocument } from '../firestore.ts';
import { addressHash } from '../mail/address-hash.ts';
import { type Suppression, suppressionSchema } from '../mail/suppression.ts';
import { type Learner, learnerSchema } from './learner.ts';

/** The only code that writes wishes, on learners and suppressions at once. `addressHashKey` is asked for on first use. */
export function wishStore(db: Firestore, addressHashKey: () => string) {
  const learners = db.collection('learners');
  const suppressions = db.collection('suppressions');

  const read = async (transaction: Transaction, first: Learner): Promise<Wishes> => {
    const { addressKey } = first.customer;
    if (addressKey === null) return { learners: [first], suppression: null };
    const [found, suppression] = await Promise.all([
      transaction.get(learners.where('customer.addressKey', '==', addressKey)),
      transaction.get(suppressions.doc(addressHash(addressKey, addressHashKey()))),
    ]);
    return {
      learners: [first, ...found.docs.filter(({ id }) => id !== first.id).flatMap(readable)],
      suppression: suppression.exists ? parseDocument(suppressionSchema, suppression) : null,
    };
  };

  const write = (transaction: Transaction, first: Learner, change: WishChange): void => {
    for (const { id, mail } of change.learners) transaction.update(learners.doc(id), mailFields(mail));
    const { addressKey } = first.customer;
    if (addressKey === null || change.suppression === 'keep') return;
    const ref = suppressions.doc(addressHash(addressKey, addressHashKey()));
    if (change.suppression === 'remove') transaction.delete(ref);
    else transaction.set(ref, change.suppression);
  };

  return {
    /**
     * Reads a learner, everyone with the same address and the address's suppression, and writes what `decide` gives, in
     * one transaction. Gives the learner as it is afterwards, or null where there is none. Throws `UNREADABLE` where the
     * learner or the suppression does not fit its shape; others who do not are left alone, since nobody mails them.
     */
    async change(learnerId: string, decide: (wishes: Wishes) => WishChange): Promise<Learner | null> {
      return db.runTransaction(async (transaction) => {
        const snapshot = await transaction.get(learners.doc(learnerId));
        if (!snapshot.exists) return null;
        const learner = parseDocument(learnerSchema, snapshot);
        const change = decide(await read(transaction, learner));
        write(transaction, learner, change);
        const own = change.learners.filter(({ id }) => id === learnerId);
        return { ...learner, mail: Object.assign({ ...learner.mail }, ...own.map(({ mail }) => mail)) };
      });
    },
  };
}

export type WishStore = ReturnType<typeof wishStore>;

/** Who has the address, the asked learner first, and what is known of the address. */
export type Wishes = { learners: Learner[]; suppression: Suppression | null };

/** What to write; a learner may stand in it more than once. Without an address there is no suppression to write. */
export type WishChange = {
  learners: { id: string; mail: Partial<Pick<Learner['mail'], 'pausedUntil' | 'unsubscribedAt'>> }[];
  suppression: 'keep' | 'remove' | Suppression;
};

function readable(snapshot: DocumentSnapshot): Learner[] {
  try {
    return [parseDocument(learnerSchema, snapshot)];
  } catch {
    return [];
  }
}

/** Field by field, so that what an SES event writes beside it stays. */
function mailFields(mail: WishChange['learners'][number]['mail']): Record<string, Date | null> {
  return Object.fromEntries(Object.entries(mail).map(([field, value]) => [`mail.${field}`, value]));
}
