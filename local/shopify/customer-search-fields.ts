// The search fields of `customers` that the stand-in knows.
import type { FixtureCustomer } from './fixture-customer.ts';
import { holdsComparison } from './holds-comparison.ts';
import type { SearchField } from './search-rows.ts';

/** Any other field warns `invalid_field`, also a documented one: who needs it teaches it here first. */
export const customerSearchFields: Readonly<Record<string, SearchField<FixtureCustomer>>> = {
  id: { matches: (customer, value, comparator) => holdsComparison(customer.number - Number(value), comparator) },
  email: { matches: (customer, value) => customer.email?.toLowerCase() === value.toLowerCase() },
  tag: { matches: (customer, value) => customer.tags.includes(value) },
  updated_at: {
    matches: (customer, value, comparator) =>
      holdsComparison(Date.parse(customer.updatedAt) - Date.parse(value), comparator),
  },
  accepts_marketing: {
    values: ['true', 'false'],
    matches: (customer, value) => String(customer.consent === 'SUBSCRIBED') === value.toLowerCase(),
  },
};
