// Writes what a page of Shopify's customers changes, and nothing else.
import type { Suppression } from '../mail/suppression-store.ts';
import type { Services } from '../services.ts';
import type { ShopCustomer } from '../shopify/shop.ts';
import type { Customer, Learner } from './learner.ts';
import type { SyncedWrite } from './learner-store.ts';
import { mergeCustomer } from './merge-customer.ts';
import { newLearner } from './new-learner.ts';
import { settleSharing } from './settle-sharing.ts';

/** `written`: learners written. `unreadableIds`: learners whose document does not fit its shape; they are left alone. */
export type SaveTally = { written: number; unreadableIds: string[] };

/** Merges customers who bought into learners: one read each, and a write only for who is new or changed. */
export async function saveCustomers(services: Services, customers: ShopCustomer[]): Promise<SaveTally> {
  const { learners, suppressions } = await services.stores();
  const byId = new Map(customers.map((customer) => [`shopify-${customer.number}`, customer]));
  const read = await learners.getAll([...byId.keys()]);
  const unreadableIds = read.filter(({ learner }) => learner === null).map(({ id }) => id);
  const known = new Map(read.flatMap(({ learner }) => (learner ? [[learner.id, learner] as const] : [])));
  const unreadable = new Set(unreadableIds);
  const changed = new Map<string, Customer>();
  for (const [id, customer] of byId) {
    const after = unreadable.has(id) ? null : mergeCustomer(known.get(id) ?? null, customer, 'SEGMENT');
    if (after !== null) changed.set(id, after);
  }
  if (changed.size === 0) return { written: 0, unreadableIds };

  const settled = await settleSharing(learners, changed, known);
  const moved = settled.own.filter(({ id, customer }) => customer.addressKey !== known.get(id)?.customer.addressKey);
  const wishes = await suppressions.getAll(moved.flatMap(({ customer }) => customer.addressKey ?? []));
  const own = settled.own.map(({ id, customer }) => {
    const found = customer.addressKey === null ? undefined : wishes.get(customer.addressKey);
    return writeOf(id, customer, { before: known.get(id), found });
  });
  // Others first: should this stop in between, the next try finds its own learners unchanged and settles anew.
  await learners.saveSynced([...settled.others, ...own]);
  return { written: settled.others.length + own.length, unreadableIds };
}

/** What is known of an address follows it to its new holder. */
function writeOf(
  id: string,
  customer: Customer,
  { before, found }: { before: Learner | undefined; found: Suppression | undefined },
): SyncedWrite {
  const wish = found?.reason === 'UNSUBSCRIBED' ? found.since : null;
  const suppressed =
    found !== undefined && found.reason !== 'UNSUBSCRIBED' ? { reason: found.reason, since: found.since } : null;
  if (before === undefined) return { learner: newLearner(id, customer, { suppressed, unsubscribedAt: wish }) };
  if (before.customer.addressKey === customer.addressKey) return { id, customer };
  return { id, customer, suppressed, ...(wish && before.mail.unsubscribedAt === null ? { unsubscribedAt: wish } : {}) };
}
