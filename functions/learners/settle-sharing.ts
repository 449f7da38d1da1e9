// Settles which of several learners with one address gets the mail, after some of them changed.
import type { Customer, Learner } from './learner.ts';
import type { LearnerStore } from './learner-store.ts';
import { shareAddresses } from './share-addresses.ts';

type Holder = { id: string; customer: Customer };

/** Values in one `in` query (Firestore's limit). */
const valuesMax = 30;

/**
 * Looks up everyone who has or had an address of the changed learners. Gives the changed ones with their sharing set,
 * and those others whose sharing must change with them.
 */
export async function settleSharing(
  store: Pick<LearnerStore, 'withAddresses'>,
  changed: ReadonlyMap<string, Customer>,
  known: ReadonlyMap<string, Learner>,
): Promise<{ own: Holder[]; others: (Holder & { before: Customer })[] }> {
  const touched = new Set<string>();
  for (const [id, customer] of changed) {
    for (const key of [customer.addressKey, known.get(id)?.customer.addressKey]) if (key) touched.add(key);
  }
  const holders = new Map<string, Holder>();
  for (const keys of chunks([...touched], valuesMax)) {
    for (const { id, customer } of await store.withAddresses(keys)) holders.set(id, { id, customer });
  }
  const before = new Map(holders);
  for (const [id, customer] of changed) holders.set(id, { id, customer });

  const shares = new Map<string, boolean>();
  for (const group of byAddress([...holders.values()])) {
    for (const [id, share] of shareAddresses(group)) shares.set(id, share);
  }
  const settled = [...holders.values()].map(({ id, customer }) => ({
    id,
    customer: { ...customer, sharesAddress: shares.get(id) ?? false },
  }));
  return {
    own: settled.filter(({ id }) => changed.has(id)),
    others: settled.flatMap(({ id, customer }) => {
      const was = before.get(id)?.customer;
      return changed.has(id) || was === undefined || was.sharesAddress === customer.sharesAddress
        ? []
        : [{ id, before: was, customer }];
    }),
  };
}

function byAddress(holders: Holder[]): Holder[][] {
  const withAddress = holders.filter(({ customer }) => customer.addressKey !== null);
  return [...Map.groupBy(withAddress, ({ customer }) => customer.addressKey).values()];
}

function chunks<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
