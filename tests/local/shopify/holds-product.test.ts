import { describe, expect, test } from 'vitest';
import { fixtureCustomer } from '../../../local/shopify/fixture-customer.ts';
import { fixtureOrder } from '../../../local/shopify/fixture-order.ts';
import { holdsProduct } from '../../../local/shopify/holds-product.ts';

describe('an order of the product counts', () => {
  test.each([
    ['when it is paid', {}, true],
    [
      'when a part of it was refunded',
      { financialStatus: 'PARTIALLY_REFUNDED', quantity: 2, currentQuantity: 1 },
      true,
    ],
    ['but not without a piece left', { currentQuantity: 0 }, false],
    ['but not when it is refunded', { financialStatus: 'REFUNDED' }, false],
    ['but not before it is paid', { financialStatus: 'PENDING' }, false],
    ['but not when it is cancelled', { cancelledAt: '2026-09-02T10:00:00Z' }, false],
    ['but not when it is a test', { test: true }, false],
    ['but not when the product was deleted', { productNumber: null }, false],
  ] as const)('%s', (_, traits, expected) => {
    const customer = fixtureCustomer({ number: 1, orders: [fixtureOrder({ number: 1, ...traits })] });
    expect(holdsProduct(customer, 1001)).toBe(expected);
    expect(holdsProduct(customer, 1002)).toBe(false);
  });
});
