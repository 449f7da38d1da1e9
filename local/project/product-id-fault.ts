// Rule: what is wrong with an id that is none of a product's numbers.

/** Undefined where no part of the list is a global id. The number that belongs there is told, where it can be known. */
export function productIdFault(list: string): string | undefined {
  const id = /gid:\/\/shopify\/(\w+)\/(\d+)/.exec(list);
  if (id === null) return undefined;
  const [whole, type, number] = id;
  if (type === 'Product') return `SHOPIFY_PRODUCT_IDS holds ${whole}: write only its number, ${number}.`;
  const what = type === 'ProductVariant' ? 'a variant' : `a ${type}`;
  return `SHOPIFY_PRODUCT_IDS holds ${whole}, which is ${what}: the product’s number stands after /products/ in its address in the admin.`;
}
