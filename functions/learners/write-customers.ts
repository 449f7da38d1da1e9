// Writes changed customers, and whatever changes with them: who of an address gets the mail, what is known of an address.
import type { Suppression } from '../mail/suppression.ts';
import type { Services } from '../services.ts';
import type { Customer, Learner } from './learner.ts';
import type { SyncedWrite } from './learner-store.ts';
import { newLearner } from './new-learner.ts';
import { settleSharing } from './settle-sharing.ts';

/**
 * `changed` and `known` by learner id; who is not known is new. Gives how many learners were written. Throws a retryable
 * `CONFLICT` where one of them was written since it was read; then part of it may stand, and the rest is safe to repeat.
 */
export async function writeCustomers(
  services: Services,
  changed: ReadonlyMap<string, Customer>,
  known: ReadonlyMap<string, Learner>,
): Promise<number> {
  if (changed.size === 0) return 0;
  const { learners, suppressions } = await services.stores();
  const settled = await settleSharing(learners, changed, known);
  const moved = settled.own.filter(({ id, customer }) => customer.addressKey !== known.get(id)?.customer.addressKey);
  const wishes = await suppressions.getAll(moved.flatMap(({ customer }) => customer.addressKey ?? []));
  const own = settled.own.map(({ id, customer }) => {
    const found = customer.addressKey === null ? undefined : wishes.get(customer.addressKey);
    return writeOf(id, customer, { before: known.get(id), found });
  });
  // Others first: should this stop in between, the next try finds its own learners unchanged and settles anew.
  await learners.saveSynced([...settled.others, ...own]);
  return settled.others.length + own.length;
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
  const update = { id, before: before.customer, customer };
  if (before.customer.addressKey === customer.addressKey) return update;
  return { ...update, suppressed, ...(wish && before.mail.unsubscribedAt === null ? { unsubscribedAt: wish } : {}) };
}
