// Merges a page of Shopify's customers into learners.
import type { Services } from '../services.ts';
import type { ShopCustomer } from '../shopify/shop.ts';
import type { Customer } from './learner.ts';
import { mergeCustomer } from './merge-customer.ts';
import { writeCustomers } from './write-customers.ts';

/** `written`: learners written. `unreadableIds`: learners whose document does not fit its shape; they are left alone. */
export type SaveTally = { written: number; unreadableIds: string[] };

/** One read for each customer, and a write only for who is new or changed. */
export async function saveCustomers(services: Services, customers: ShopCustomer[]): Promise<SaveTally> {
  const { learners } = await services.stores();
  const byId = new Map(customers.map((customer) => [`shopify-${customer.number}`, customer]));
  const read = await learners.getAll([...byId.keys()]);
  const unreadableIds = read.filter(({ learner }) => learner === null).map(({ id }) => id);
  const unreadable = new Set(unreadableIds);
  const known = new Map(read.flatMap(({ learner }) => (learner ? [[learner.id, learner] as const] : [])));
  const changed = new Map<string, Customer>();
  for (const [id, customer] of byId) {
    const after = unreadable.has(id) ? null : mergeCustomer(known.get(id) ?? null, customer, 'SEGMENT');
    if (after !== null) changed.set(id, after);
  }
  return { written: await writeCustomers(services, changed, known), unreadableIds };
}
