// The customers with whom the stand-in shop opens: the same 50 every time.
import { type FixtureCustomer, fixtureCustomer } from './fixture-customer.ts';
import { type FixtureOddity, fixtureOddities } from './fixture-oddities.ts';
import { fixtureOrder } from './fixture-order.ts';
import { fixturePeople } from './fixture-people.ts';

const firstNumber = 7_000_000_000_001;

/**
 * Fresh copies, so a caller may change them. Numbers count from 7000000000001: first the plain people, then the
 * oddities. Product 1001 entitles, 1002 does not. Who is to be mailed:
 *
 * | customers                                                        | count | mailed                              |
 * | ---------------------------------------------------------------- | ----- | ----------------------------------- |
 * | plain people                                                     | 24    | yes                                 |
 * | upper case, long local part, odd names, bought twice or again    | 11    | yes                                 |
 * | two pairs with one address                                       | 4     | the lower number of each pair       |
 * | `refused@example.com`                                            | 1     | tried; SES answers MessageRejected  |
 * | no e-mail, pending, unsubscribed, never subscribed, invalid      | 5     | no: no consent                      |
 * | bought nothing, another product; refunded, cancelled, test order | 5     | no: not entitled                    |
 */
export function fixtureCustomers(): FixtureCustomer[] {
  const people = fixturePeople.map(([firstName, lastName, localPart, locale], index) =>
    assemble(index, null, { firstName, lastName, email: `${localPart}@example.com`, locale }),
  );
  const odd = Object.entries(fixtureOddities).map(([oddity, traits], index) =>
    assemble(people.length + index, oddity, traits),
  );
  return [...people, ...odd];
}

function assemble(index: number, oddity: string | null, { orders = [{}], ...traits }: FixtureOddity): FixtureCustomer {
  const number = firstNumber + index;
  const firstOrder = number * 10 + 1;
  return fixtureCustomer({
    ...traits,
    number,
    oddity,
    orders: orders.map((order, position) => fixtureOrder({ ...order, number: firstOrder + position })),
  });
}
