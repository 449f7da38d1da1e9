// Which orders count as holding the product.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasBought, type ShopOrder, shopOrderSchema } from '../../functions/shopify/has-bought.ts';

const line = (product: string | null, currentQuantity = 1) => ({
  currentQuantity,
  product: product === null ? null : { id: `gid://shopify/Product/${product}` },
});
const order = (
  traits: Partial<Omit<ShopOrder, 'lineItems'>> = {},
  lines = [line('1001')],
  more = false,
): ShopOrder => ({
  test: false,
  cancelledAt: null,
  displayFinancialStatus: 'PAID',
  ...traits,
  lineItems: { nodes: lines, pageInfo: { hasNextPage: more } },
});
const products = ['1001', '1003'];
const statuses = shopOrderSchema.shape.displayFinancialStatus.unwrap().options;

describe('hasBought', () => {
  it('counts what is paid, also in part, and nothing else', () => {
    const counting = statuses.filter((status) => hasBought([order({ displayFinancialStatus: status })], products));
    expect(counting).toEqual(['PAID', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED']);
    expect(hasBought([order({ displayFinancialStatus: null })], products)).toBe(false);
  });

  it.each([
    ['no order', []],
    ['a test order', [order({ test: true })]],
    ['a cancelled order', [order({ cancelledAt: '2026-09-02T10:00:00Z' })]],
    ['another product', [order({}, [line('1002')])]],
    ['a product whose number only begins alike', [order({}, [line('10011')])]],
    ['a deleted product', [order({}, [line(null)])]],
    ['a product refunded or removed', [order({}, [line('1001', 0)])]],
    ['a test order of many lines', [order({ test: true }, [line('1002')], true)]],
  ])('does not count %s', (_, orders) => {
    expect(hasBought(orders, products)).toBe(false);
  });

  it('counts any of the products, among other lines and other orders', () => {
    const orders = [order({ test: true }), order({}, [line('1002'), line('1003', 2)])];
    expect(hasBought(orders, products)).toBe(true);
  });

  it('does not take a product away for lines that were not read', () => {
    expect(hasBought([order({}, [line('1002')], true)], products)).toBe(true);
  });

  it('is never undone by one more order', () => {
    const orders = fc.array(
      fc
        .record({
          test: fc.boolean(),
          cancelledAt: fc.constantFrom(null, '2026-09-02T10:00:00Z'),
          displayFinancialStatus: fc.constantFrom(...statuses),
        })
        .map((traits) => order(traits)),
    );
    fc.assert(
      fc.property(orders, orders, (some, more) => {
        expect(hasBought([...some, ...more], products)).toBe(hasBought(some, products) || hasBought(more, products));
      }),
    );
  });
});
