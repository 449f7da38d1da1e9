// One order of the stand-in shop, with sensible defaults.
import type { FixtureLine, FixtureOrder } from './fixture-customer.ts';

export type OrderTraits = Partial<Omit<FixtureOrder, 'lines'>> & {
  number: number;
  /** 1001 when absent: the product that entitles. */
  productNumber?: number | null;
  quantity?: number;
  currentQuantity?: number;
};

/** A paid order with one line; `currentQuantity` is `quantity` unless told. The line's number follows the order's. */
export function fixtureOrder(traits: OrderTraits): FixtureOrder {
  const { productNumber = 1001, quantity = 1, currentQuantity = quantity, ...order } = traits;
  const line: FixtureLine = { number: order.number * 10 + 1, productNumber, quantity, currentQuantity };
  return {
    processedAt: '2026-09-01T08:00:00Z',
    financialStatus: 'PAID',
    test: false,
    cancelledAt: null,
    ...order,
    lines: [line],
  };
}
