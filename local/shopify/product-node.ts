// A product as the API shows it.
import type { ShopState } from './open-shop.ts';

/** Resolves `Product`; null for one that the shop does not have. */
export function productNode(shop: ShopState, number: number) {
  const product = shop.products.find((each) => each.number === number);
  if (!product) return null;
  return {
    __typename: 'Product',
    id: `gid://shopify/Product/${number}`,
    title: product.title,
    status: 'ACTIVE',
    requiresSellingPlan: false,
  };
}
