// One customer of the stand-in shop as plain data, and the way to make one with sensible defaults.

export type FixtureConsent = 'SUBSCRIBED' | 'NOT_SUBSCRIBED' | 'PENDING' | 'UNSUBSCRIBED' | 'INVALID';

export type FixtureLine = {
  number: number;
  /** Null when the product was deleted since. */
  productNumber: number | null;
  quantity: number;
  /** `quantity` without what was refunded or removed. */
  currentQuantity: number;
};

export type FixtureOrder = {
  number: number;
  /** ISO instant, UTC. */
  processedAt: string;
  financialStatus: 'PAID' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'PENDING' | 'VOIDED';
  test: boolean;
  /** ISO instant, or null while the order stands. */
  cancelledAt: string | null;
  lines: FixtureLine[];
};

export type FixtureCustomer = {
  /** The number in `gid://shopify/Customer/<number>`. */
  number: number;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  consent: FixtureConsent;
  optInLevel: 'SINGLE_OPT_IN' | 'CONFIRMED_OPT_IN' | 'UNKNOWN' | null;
  /** ISO instant, or null where consent was never asked. */
  consentUpdatedAt: string | null;
  locale: string;
  tags: string[];
  createdAt: string;
  updatedAt: string;
  orders: FixtureOrder[];
  /** Why this customer is in the fixture; null for a plain one. */
  oddity: string | null;
};

/** A subscribed English-speaking customer who bought nothing, with `traits` laid over it. `number` is required. */
export function fixtureCustomer(traits: Partial<FixtureCustomer> & { number: number }): FixtureCustomer {
  return {
    firstName: 'Robin',
    lastName: 'Example',
    email: `robin.${traits.number}@example.com`,
    consent: 'SUBSCRIBED',
    optInLevel: 'SINGLE_OPT_IN',
    consentUpdatedAt: '2026-09-01T08:00:00Z',
    locale: 'en',
    tags: [],
    createdAt: '2026-08-31T19:30:00Z',
    updatedAt: '2026-09-01T08:00:00Z',
    orders: [],
    oddity: null,
    ...traits,
  };
}
