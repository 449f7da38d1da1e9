// What the stand-in shop holds while it runs.
import type { FaultSwitches } from './fault-switches.ts';
import type { FixtureCustomer } from './fixture-customer.ts';
import type { SearchReport } from './search-rows.ts';

export type ShopSegment = { number: number; name: string; query: string; creationDate: string; lastEditDate: string };

export type ShopBulkOperation = {
  number: number;
  status: 'CREATED' | 'CANCELED';
  query: string;
  createdAt: string;
  completedAt: string | null;
};

export type ShopWebhookSubscription = {
  number: number;
  topic: string;
  uri: string;
  filter: string | null;
  name: string | null;
  includeFields: string[];
  createdAt: string;
  updatedAt: string;
};

export type ShopState = {
  customers: FixtureCustomer[];
  products: { number: number; title: string }[];
  scopes: string[];
  faults: FaultSwitches;
  now: () => Date;
  segments: ShopSegment[];
  /** The frozen list of each `customerSegmentMembersQueryCreate`, by its id. */
  memberQueries: Map<string, number[]>;
  bulkOperations: ShopBulkOperation[];
  webhookSubscriptions: ShopWebhookSubscription[];
  nextNumber: () => number;
};

/** The shop as one request sees it. */
export type ShopRequest = {
  shop: ShopState;
  /** The customers that the search index knows: all but those a lagging index hides. */
  indexed: () => FixtureCustomer[];
  /** Collects what becomes `extensions.search`. */
  searchReports: SearchReport[];
};

/** A shop that sells product 1001, which entitles, and product 1002, which does not. */
export function openShop(traits: Pick<ShopState, 'customers' | 'scopes' | 'faults' | 'now'>): ShopState {
  let last = 0;
  return {
    ...traits,
    products: [
      { number: 1001, title: 'Stepladder: the weekly challenge' },
      { number: 1002, title: 'Stepladder mug' },
    ],
    segments: [],
    memberQueries: new Map(),
    bulkOperations: [],
    webhookSubscriptions: [],
    nextNumber: () => {
      last += 1;
      return last;
    },
  };
}
