// Everything that the API of the stand-in shop answers, as one root value for queries and mutations.
import { bulkFields } from './bulk-fields.ts';
import { consentMutation } from './consent-mutation.ts';
import { customerQueries } from './customer-queries.ts';
import type { ShopRequest } from './open-shop.ts';
import { type PageArguments, pageRows } from './page-rows.ts';
import { segmentFields } from './segment-fields.ts';
import { segmentMemberQueries } from './segment-member-queries.ts';
import { webhookFields } from './webhook-fields.ts';

/** Accessible on 2026-11-22; 2027-01 was the release candidate. */
const apiVersions = ['2026-01', '2026-04', '2026-07', '2026-10'];

/** The root value of one request. Subscription contracts are always none: an app sees only those it made itself. */
export function shopRoot(request: ShopRequest) {
  return {
    shop: {
      __typename: 'Shop',
      id: 'gid://shopify/Shop/1',
      name: 'Stepladder (local)',
      myshopifyDomain: 'stepladder-local.myshopify.com',
      ianaTimezone: 'Europe/Berlin',
      plan: { publicDisplayName: 'Grow', shopifyPlus: false, partnerDevelopment: true },
    },
    appInstallation: {
      __typename: 'AppInstallation',
      id: 'gid://shopify/AppInstallation/1',
      accessScopes: request.shop.scopes.map((handle) => ({ handle })),
    },
    publicApiVersions: apiVersions.map((handle) => ({ handle, supported: true })),
    subscriptionContracts: (args: PageArguments) => pageRows<never>([], args, { firstMax: 250, number: () => 0 }),
    ...customerQueries(request),
    ...segmentMemberQueries(request),
    ...segmentFields(request),
    ...consentMutation(request),
    ...bulkFields(request.shop),
    ...webhookFields(request.shop),
  };
}
