// A shop in memory, held to the contract of the real one (tests/shopify/shop-contract.test.ts).
import { AppError } from '../../functions/errors.ts';
import type { Shop, ShopCustomer } from '../../functions/shopify/shop.ts';

export type FakeShopCustomer = ShopCustomer & {
  /** Whether an order still holds the product. */
  bought: boolean;
};

export type FakeShop = Shop & {
  /** Everyone in the shop, buyer or not; add, change and remove at will. */
  customers: FakeShopCustomer[];
  /** Buyers in one page. */
  pageSize: number;
  /** Numbers of buyers that the walk does not show yet, as an index does that lags; `customer` finds them. */
  lagging: Set<string>;
  /** The next page loses its second half, and says that it is the last. */
  truncateNext: boolean;
  /** The next so many calls fail as Shopify does after all retries. */
  failNext: number;
  /** What was asked, in order: `buyers <cursor>` or `customer <number>`. */
  calls: string[];
};

/** Two buyers in a page until told otherwise, so that a walk has several. */
export function fakeShop(customers: FakeShopCustomer[] = []): FakeShop {
  const shop: FakeShop = {
    customers,
    pageSize: 2,
    lagging: new Set(),
    truncateNext: false,
    failNext: 0,
    calls: [],

    async buyers(after) {
      answer(shop, `buyers ${after}`);
      const found = shop.customers
        .filter(({ bought, number }) => bought && !shop.lagging.has(number))
        .sort((a, b) => Number(a.number) - Number(b.number));
      const rest = found.filter(({ number }) => after === null || Number(number) > Number(after));
      const page = rest.slice(0, shop.truncateNext ? Math.floor(shop.pageSize / 2) : shop.pageSize);
      const isLast = shop.truncateNext || rest.length <= page.length;
      shop.truncateNext = false;
      return {
        customers: page.map(asShown),
        totalCount: found.length,
        nextCursor: isLast ? null : (page.at(-1)?.number ?? null),
      };
    },

    async customer(number) {
      answer(shop, `customer ${number}`);
      const found = shop.customers.find((customer) => customer.number === number);
      return found === undefined ? null : { customer: asShown(found), bought: found.bought };
    },
  };
  return shop;
}

function answer(shop: FakeShop, call: string): void {
  shop.calls.push(call);
  if (shop.failNext === 0) return;
  shop.failNext -= 1;
  throw new AppError('SHOPIFY_FAILED', 'Shopify failed: it did not answer', { retryable: true });
}

/** A copy, as what comes over the network is. */
function asShown({ bought: _bought, ...customer }: FakeShopCustomer): ShopCustomer {
  return { ...customer };
}
