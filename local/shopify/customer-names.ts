// What a customer and a segment member have in common.
import type { FixtureCustomer } from './fixture-customer.ts';

/** Names, order count and the default address with its consent; the address object is null without an e-mail. */
export function customerNames(customer: FixtureCustomer) {
  const name = [customer.firstName, customer.lastName].filter((part) => part !== null).join(' ');
  return {
    firstName: customer.firstName,
    lastName: customer.lastName,
    displayName: name || customer.email || 'No name',
    numberOfOrders: String(customer.orders.length),
    defaultEmailAddress: customer.email === null ? null : emailAddress(customer, customer.email),
  };
}

function emailAddress(customer: FixtureCustomer, address: string) {
  return {
    emailAddress: address,
    marketingState: customer.consent,
    marketingOptInLevel: customer.optInLevel,
    marketingUpdatedAt: customer.consentUpdatedAt,
    marketingUnsubscribeUrl: `https://stepladder-local.example.com/unsubscribe/${customer.number}`,
    validFormat: customer.consent !== 'INVALID',
  };
}
