// Deliveries in memory, merged as Firestore merges.
import { type Delivery, deliverySchema } from '../../functions/deliveries/delivery.ts';
import type { DeliveryParts } from '../../functions/deliveries/delivery-parts.ts';
import type { DeliveryStore } from '../../functions/deliveries/delivery-store.ts';

/** By assignment id, as they lie there. */
export type MemoryDeliveries = Map<string, Record<string, unknown>>;

export function memoryDeliveries(documents: MemoryDeliveries = new Map()): DeliveryStore {
  const all = (): Delivery[] => [...documents.values()].map((document) => deliverySchema.parse(document));
  return {
    merge: async (parts: DeliveryParts) => {
      const id = `${parts.week}_${parts.learnerId}`;
      documents.set(id, merged(documents.get(id) ?? {}, parts));
    },
    getAll: async (week, learnerIds) =>
      new Map(
        all()
          .filter((delivery) => delivery.week === week && learnerIds.includes(delivery.learnerId))
          .map((delivery) => [delivery.learnerId, delivery]),
      ),
    hardBounces: async (week) => all().filter((delivery) => delivery.hardBouncedWeek === week).length,
    complaints: async (weeks) => all().filter((delivery) => weeks.includes(delivery.complainedWeek ?? '')).length,
  };
}

/** Maps go into one another, all else is replaced. */
function merged(into: Record<string, unknown>, parts: object): Record<string, unknown> {
  const entries = Object.entries(parts).map(([field, value]: [string, unknown]) => {
    const known = into[field];
    return [field, isMap(value) ? merged(isMap(known) ? known : {}, value) : value];
  });
  return { ...into, ...Object.fromEntries(entries) };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}
