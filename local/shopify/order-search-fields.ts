// The search fields of `orders` that the stand-in knows.
import type { FixtureOrder } from './fixture-customer.ts';
import { holdsComparison } from './holds-comparison.ts';
import type { SearchField } from './search-rows.ts';

/** Any other field warns `invalid_field`; `product_id` is meant to, since Shopify documents it nowhere. */
export const orderSearchFields: Readonly<Record<string, SearchField<{ order: FixtureOrder }>>> = {
  id: { matches: ({ order }, value, comparator) => holdsComparison(order.number - Number(value), comparator) },
  test: { values: ['true', 'false'], matches: ({ order }, value) => String(order.test) === value.toLowerCase() },
  updated_at: {
    matches: ({ order }, value, comparator) =>
      holdsComparison(Date.parse(order.cancelledAt ?? order.processedAt) - Date.parse(value), comparator),
  },
  status: {
    values: ['any', 'open', 'closed', 'cancelled', 'not_closed'],
    matches: ({ order }, value) => value === 'any' || (value === 'cancelled') === (order.cancelledAt !== null),
  },
};
