// How orders are sorted.
import type { FixtureOrder } from './fixture-customer.ts';

/** The instant to sort by for the time keys of `OrderSortKeys`; undefined (their number decides) for the others. */
export function orderSortValue(sortKey: string): ((order: FixtureOrder) => string) | undefined {
  if (sortKey === 'UPDATED_AT') return (order) => order.cancelledAt ?? order.processedAt;
  if (sortKey === 'PROCESSED_AT' || sortKey === 'CREATED_AT') return (order) => order.processedAt;
  return undefined;
}
