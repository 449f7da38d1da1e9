// Check: the products that entitle exist.
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';
import { whereToSet } from './where-to-set.ts';

/** A product that nobody can buy now is a warning: those who bought it stay learners. */
export async function shopifyProducts(patient: Pick<Patient, 'config' | 'project' | 'shopify'>): Promise<Finding[]> {
  const admin = `https://admin.shopify.com/store/${patient.config.shopifyShop.replace('.myshopify.com', '')}/products`;
  const products = await patient.shopify.products();
  return products.map(({ number, product }) => {
    if (product === null)
      return finding.fixThis(
        `the shop has no product ${number}; a variant’s number is not the product’s`,
        `${admin} → open the product: its number stands after /products/ in the address. ${whereToSet('SHOPIFY_PRODUCT_IDS', patient.project)}`,
      );
    const name = JSON.stringify(product.title);
    if (product.status === 'ACTIVE') return finding.ok(`product ${number} is ${name}`);
    return finding.warning(
      `product ${number}, ${name}, is ${product.status.toLowerCase()}: nobody can buy it now`,
      `${admin}/${number} → Status → Active.`,
    );
  });
}
