// The shop, as the rest of the system sees it.
import type { Consent } from '../learners/learner.ts';

/** A customer as Shopify holds it now. */
export type ShopCustomer = {
  /** Digits only. */
  number: string;
  firstName: string | null;
  lastName: string | null;
  /** Null where there is none, or Shopify calls its form invalid. */
  address: string | null;
  consent: Consent;
  consentAt: Date | null;
};

type CustomerPage = {
  customers: ShopCustomer[];
  /** Of the whole walk, as Shopify counts it at this page. */
  totalCount: number;
  /** Null at the last page. */
  nextCursor: string | null;
};

/**
 * Reads the shop. Each call has a timeout and a bounded number of retries with jitter; then it throws an AppError
 * `SHOPIFY_FAILED`, retryable where a later try can help.
 */
export type Shop = {
  /** One page of everyone who bought the product. */
  buyers(after: string | null): Promise<CustomerPage>;
  /** One customer, read past the search index, and whether an order still holds the product; null if deleted. */
  customer(number: string): Promise<{ customer: ShopCustomer; bought: boolean } | null>;
};
