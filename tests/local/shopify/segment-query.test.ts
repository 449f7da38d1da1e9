import { describe, expect, test } from 'vitest';
import { fixtureCustomer } from '../../../local/shopify/fixture-customer.ts';
import { fixtureOrder } from '../../../local/shopify/fixture-order.ts';
import { segmentQuery } from '../../../local/shopify/segment-query.ts';

const buyer = fixtureCustomer({ number: 1, orders: [fixtureOrder({ number: 1 })] });
const otherBuyer = fixtureCustomer({ number: 2, orders: [fixtureOrder({ number: 2, productNumber: 1002 })] });
const silentBuyer = { ...buyer, consent: 'UNSUBSCRIBED' as const };
const everyone = [buyer, otherBuyer, silentBuyer];

describe('a segment query selects', () => {
  test.each([
    ['products_purchased MATCHES (id = 1001)', [buyer, silentBuyer]],
    ['products_purchased MATCHES (id IN (1001, 1002))', everyone],
    ["email_subscription_status = 'SUBSCRIBED'", [buyer, otherBuyer]],
    [
      "email_subscription_status = 'SUBSCRIBED' AND products_purchased MATCHES (id IN (1001,1002))",
      [buyer, otherBuyer],
    ],
    ["products_purchased MATCHES (id = 1001) and email_subscription_status = 'UNSUBSCRIBED'", [silentBuyer]],
  ])('%s', (query, expected) => {
    expect(everyone.filter(segmentQuery(query))).toEqual(expected);
  });
});

test('an address-less customer has no subscription status', () => {
  expect(segmentQuery("email_subscription_status = 'SUBSCRIBED'")({ ...buyer, email: null })).toBe(false);
});

describe('anything else is refused with the place of the fault, counted from column 0', () => {
  test.each([
    ['not a valid segment query ???', "Line 1 Column 6: 'valid' is unexpected."],
    ["a = 'b'", "Line 1 Column 0: 'a' filter cannot be found."],
    ['', "Line 1 Column 0: '' is unexpected."],
    ['products_purchased(id: 1001) = true', "Line 1 Column 18: '(' is unexpected."],
    ['products_purchased MATCHES (id = P1)', "Line 1 Column 33: 'P1' is unexpected."],
    ['products_purchased MATCHES (id = 1001, count > 1)', "Line 1 Column 37: ',' is unexpected."],
    ['products_purchased NOT MATCHES (id = 1001)', "Line 1 Column 19: 'NOT' is unexpected."],
    ['NOT products_purchased MATCHES (id = 1001)', "Line 1 Column 0: 'NOT' is unexpected."],
    ['products_purchased MATCHES (id = 1001', "Line 1 Column 37: '' is unexpected."],
    ["email_subscription_status = 'subscribed'", "Line 1 Column 28: ''subscribed'' is unexpected."],
    ["email_subscription_status = 'PENDING' OR a = 1", "Line 1 Column 38: 'OR' is unexpected."],
    [
      'products_purchased MATCHES (id = 1) AND products_purchased MATCHES (id = 2)',
      "Line 1 Column 40: 'products_purchased' is unexpected.",
    ],
  ])('%s', (query, message) => {
    expect(() => segmentQuery(query)).toThrow(message);
  });

  test('a list of more than 500 ids', () => {
    const list = (length: number) => `products_purchased MATCHES (id IN (${Array.from({ length }, (_, id) => id)}))`;
    expect(() => segmentQuery(list(500))).not.toThrow();
    expect(() => segmentQuery(list(501))).toThrow("'500' is unexpected.");
  });
});
