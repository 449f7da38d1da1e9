// What every Shop guarantees: the real one against the stand-in, and the double that other tests use.
import { afterEach, describe, expect, it } from 'vitest';
import type { Consent } from '../../functions/learners/learner.ts';
import type { Shop, ShopCustomer } from '../../functions/shopify/shop.ts';
import { shopifyShop } from '../../functions/shopify/shopify-shop.ts';
import { type FixtureCustomer, fixtureCustomer } from '../../local/shopify/fixture-customer.ts';
import { fixtureOrder } from '../../local/shopify/fixture-order.ts';
import { type Shopify, startShopify } from '../../local/shopify/start-shopify.ts';
import { fakeClock } from '../kit/fake-clock.ts';
import { type FakeShopCustomer, fakeShop } from '../kit/fake-shop.ts';
import { testConfig } from '../kit/test-config.ts';

/** A shop whose pages hold two buyers, and what a test may do to it. */
type Stage = {
  shop: Shop;
  remove(number: string): void;
  hideFromWalk(numbers: string[]): void;
  truncateNextPage(): void;
  failAll(): void;
};

const person = (number: number, traits: Partial<FakeShopCustomer> = {}): FakeShopCustomer => ({
  number: String(number),
  firstName: 'Robin',
  lastName: null,
  address: `Robin.${number}@example.com`,
  consent: 'SUBSCRIBED',
  consentAt: new Date('2026-09-01T08:00:00Z'),
  bought: true,
  ...traits,
});

const consents: Consent[] = ['SUBSCRIBED', 'NOT_SUBSCRIBED', 'UNSUBSCRIBED', 'PENDING'];

let standIn: Shopify | undefined;
afterEach(async () => {
  await standIn?.close();
  standIn = undefined;
});

async function stageShopify(people: FakeShopCustomer[]): Promise<Stage> {
  const shopify = await startShopify({ port: 0, customers: people.map(inFixture) });
  standIn = shopify;
  const config = testConfig({
    shopifyOrigin: shopify.url,
    shopifyClientId: 'local-client',
    shopifyClientSecret: 'local-secret',
    shopifyProductIds: ['1001'],
  });
  return {
    shop: shopifyShop(config, fakeClock('2026-11-23T08:00:00Z'), { membersPerPage: 2 }),
    remove: (number) => {
      shopify.customers.splice(0, Infinity, ...shopify.customers.filter((each) => String(each.number) !== number));
    },
    hideFromWalk: (numbers) => shopify.setFaults({ laggingIndex: { customers: numbers.map(Number) } }),
    truncateNextPage: () => shopify.setFaults({ truncatedWalk: { times: 1 } }),
    failAll: () => shopify.setFaults({ status500: {} }),
  };
}

function inFixture(person: FakeShopCustomer): FixtureCustomer {
  return fixtureCustomer({
    number: Number(person.number),
    firstName: person.firstName,
    lastName: person.lastName,
    // Shopify holds an address of invalid form all the same; it must not come out.
    email: person.consent === 'INVALID' ? 'not an address' : person.address,
    consent: person.consent,
    consentUpdatedAt: person.consentAt?.toISOString() ?? null,
    orders: person.bought ? [fixtureOrder({ number: Number(person.number) * 10 })] : [],
  });
}

async function stageFake(people: FakeShopCustomer[]): Promise<Stage> {
  const shop = fakeShop([...people]);
  return {
    shop,
    remove: (number) => {
      shop.customers = shop.customers.filter((each) => each.number !== number);
    },
    hideFromWalk: (numbers) => {
      shop.lagging = new Set(numbers);
    },
    truncateNextPage: () => {
      shop.truncateNext = true;
    },
    failAll: () => {
      shop.failNext = Infinity;
    },
  };
}

async function walk(shop: Shop) {
  const pages = [await shop.buyers(null)];
  for (let after = pages[0]?.nextCursor ?? null; after !== null; after = pages.at(-1)?.nextCursor ?? null)
    pages.push(await shop.buyers(after));
  return pages;
}

function numbers(pages: { customers: ShopCustomer[] }[]): string[] {
  return pages.flatMap(({ customers }) => customers.map(({ number }) => number));
}

describe.each([
  ['the shop over Shopify', stageShopify],
  ['the shop in memory', stageFake],
])('%s', (_, stage) => {
  it('shows every buyer once over all pages, and nobody else', async () => {
    const { shop } = await stage([1, 2, 3, 4, 5].map((number) => person(number, { bought: number !== 2 })));
    const pages = await walk(shop);
    expect(numbers(pages).sort()).toEqual(['1', '3', '4', '5']);
    expect(pages.map(({ totalCount }) => totalCount)).toEqual([4, 4]);
  });

  it('has one empty page where nobody bought', async () => {
    const { shop } = await stage([person(1, { bought: false })]);
    expect(await walk(shop)).toEqual([{ customers: [], totalCount: 0, nextCursor: null }]);
  });

  it('shows the name, the address as the shop holds it and every consent state, in the walk and by number', async () => {
    const people = consents.map((consent, index) => person(index + 1, { consent }));
    people.push(person(9, { consent: 'INVALID', address: null }));
    const { shop } = await stage(people);
    const shown = people.map(({ bought: _bought, ...customer }) => customer);
    const walked = (await walk(shop)).flatMap(({ customers }) => customers);
    expect(walked.sort((a, b) => Number(a.number) - Number(b.number))).toEqual(shown);
    for (const customer of shown) expect(await shop.customer(customer.number)).toEqual({ customer, bought: true });
  });

  it('shows a customer without names, address or date of consent', async () => {
    const nobody = {
      firstName: null,
      lastName: null,
      address: null,
      consent: 'NOT_SUBSCRIBED' as const,
      consentAt: null,
    };
    const { shop } = await stage([person(1, nobody)]);
    expect((await shop.buyers(null)).customers).toEqual([{ number: '1', ...nobody }]);
    expect(await shop.customer('1')).toEqual({ customer: { number: '1', ...nobody }, bought: true });
  });

  it('finds by number also who bought nothing, and null for who does not exist', async () => {
    const { shop, remove } = await stage([person(1, { bought: false }), person(2)]);
    expect((await shop.customer('1'))?.bought).toBe(false);
    expect(await shop.customer('3')).toBeNull();
    remove('2');
    expect(await shop.customer('2')).toBeNull();
    expect(numbers(await walk(shop))).toEqual([]);
  });

  it('finds a buyer by number whom a lagging walk does not show', async () => {
    const { shop, hideFromWalk } = await stage([person(1), person(2)]);
    hideFromWalk(['2']);
    expect(numbers(await walk(shop))).toEqual(['1']);
    expect((await shop.customer('2'))?.bought).toBe(true);
  });

  it('hands on a walk that ends too early with the count that gives it away', async () => {
    const { shop, truncateNextPage } = await stage([person(1), person(2), person(3)]);
    truncateNextPage();
    const pages = await walk(shop);
    expect(numbers(pages)).toEqual(['1']);
    expect(pages.at(-1)?.totalCount).toBe(3);
  });

  it('goes on after a page though its last buyer left in between', async () => {
    const { shop, remove } = await stage([person(1), person(2), person(3)]);
    const first = await shop.buyers(null);
    remove('2');
    expect((await shop.buyers(first.nextCursor)).customers.map(({ number }) => number)).toEqual(['3']);
  });

  it('fails retryably where the shop does not answer', async () => {
    const { shop, failAll } = await stage([person(1)]);
    failAll();
    const failed = expect.objectContaining({ code: 'SHOPIFY_FAILED', retryable: true });
    await expect(shop.buyers(null)).rejects.toEqual(failed);
    await expect(shop.customer('1')).rejects.toEqual(failed);
  });
});
