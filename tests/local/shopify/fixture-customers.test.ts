import { describe, expect, test } from 'vitest';
import type { FixtureCustomer } from '../../../local/shopify/fixture-customer.ts';
import { fixtureCustomers } from '../../../local/shopify/fixture-customers.ts';
import { mailableAddresses } from './mailable-addresses.ts';

const customers = fixtureCustomers();

function odd(oddity: string): FixtureCustomer {
  const found = customers.find((customer) => customer.oddity === oddity);
  if (!found) throw new Error(`no customer with ${oddity}`);
  return found;
}

test('the same 50 customers come every time, as copies that a test may change', () => {
  const again = fixtureCustomers();
  expect(again).toEqual(customers);
  expect(again).toHaveLength(50);
  expect(again[0]?.orders).not.toBe(customers[0]?.orders);
  expect(again.map((customer) => customer.number)).toEqual(again.map((_, index) => 7_000_000_000_001 + index));
});

test('38 addresses are to be mailed, one of which SES refuses', () => {
  const addresses = mailableAddresses(customers);
  expect(addresses).toHaveLength(38);
  expect(addresses).toContain('refused@example.com');
});

test('all addresses belong to example domains, and no two orders or lines share a number', () => {
  for (const { email } of customers) expect(email ?? '@example.com').toMatch(/@example\.(com|org)$/i);
  const orders = customers.flatMap((customer) => customer.orders);
  expect(new Set(orders.map((order) => order.number)).size).toBe(orders.length);
  expect(new Set(orders.flatMap((order) => order.lines.map((line) => line.number))).size).toBe(orders.length);
});

describe('the oddities of life', () => {
  test('two pairs share one address, one of them only when case is ignored', () => {
    expect(odd('one address, second').email).toBe(odd('one address, first').email);
    const [first, second] = [odd('one address in two cases, first'), odd('one address in two cases, second')];
    expect(second.email).not.toBe(first.email);
    expect(second.email?.toLowerCase()).toBe(first.email?.toLowerCase());
    expect(second.number).toBeGreaterThan(first.number);
  });

  test('one local part has the 64 characters that RFC 5321 allows', () => {
    expect(odd('64-character local part').email?.split('@')[0]).toHaveLength(64);
  });

  test('every state of consent occurs, and one customer has no e-mail and one no name', () => {
    const states = new Set(customers.map((customer) => customer.consent));
    expect([...states].sort()).toEqual(['INVALID', 'NOT_SUBSCRIBED', 'PENDING', 'SUBSCRIBED', 'UNSUBSCRIBED']);
    expect(odd('no e-mail').email).toBeNull();
    expect([odd('no name').firstName, odd('no name').lastName]).toEqual([null, null]);
  });
});
