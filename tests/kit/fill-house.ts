// Puts learners who bought, a level and challenges into a house.
import { aChallenge } from './a-challenge.ts';
import type { House } from './a-house.ts';
import { aLevel } from './a-level.ts';
import type { FakeShopCustomer } from './fake-shop.ts';

/** A customer who bought and agreed; the number makes the address. */
export function aCustomer(number: string, overrides: Partial<FakeShopCustomer> = {}): FakeShopCustomer {
  return {
    number,
    firstName: 'Ada',
    lastName: 'Lovelace',
    address: `customer-${number}@example.com`,
    consent: 'SUBSCRIBED',
    consentAt: new Date('2026-01-05T10:00:00Z'),
    bought: true,
    ...overrides,
  };
}

/** So many customers with consecutive numbers, one level, and three challenges of it. */
export async function fillHouse(house: House, { customers }: { customers: number }): Promise<void> {
  house.shop.customers.push(...Array.from({ length: customers }, (_, at) => aCustomer(String(1001 + at))));
  await house.stores.content.saveLevel(aLevel({ id: 'first', order: 1 }));
  for (const order of [1, 2, 3]) {
    await house.stores.content.saveChallenge(
      aChallenge({
        id: `first-${order}`,
        levelId: 'first',
        order,
        publishedAt: new Date('2026-01-01T00:00:00Z'),
        archivedAt: null,
      }),
    );
  }
}

/** Places everyone who is a learner by now on the one level. */
export async function placeEveryone(house: House): Promise<void> {
  const learners = await house.db.collection('learners').get();
  await Promise.all(learners.docs.map(({ ref }) => ref.update({ levelId: 'first' })));
}

/** Who got a mail, in order of learner id, doubles included. */
export function mailed(house: House): string[] {
  return house.mailer.sent.map(({ to }) => to).sort();
}
