/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type CustomerEmailAddressMarketingState =
  | 'INVALID'
  | 'NOT_SUBSCRIBED'
  | 'PENDING'
  | 'SUBSCRIBED'
  | 'UNSUBSCRIBED';

export type CustomerMarketingOptInLevel =
  | 'CONFIRMED_OPT_IN'
  | 'SINGLE_OPT_IN'
  | 'UNKNOWN';

export type CustomerProductSubscriberStatus =
  | 'ACTIVE'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'FAILED'
  | 'NEVER_SUBSCRIBED'
  | 'PAUSED';

export type CustomerState =
  | 'DECLINED'
  | 'DISABLED'
  | 'ENABLED'
  | 'INVITED';

export type OrderDisplayFinancialStatus =
  | 'AUTHORIZED'
  | 'EXPIRED'
  | 'PAID'
  | 'PARTIALLY_PAID'
  | 'PARTIALLY_REFUNDED'
  | 'PENDING'
  | 'REFUNDED'
  | 'VOIDED';

export type ChallengeCustomerFragment = { id: string, firstName: string | null, lastName: string | null, locale: string, state: CustomerState, tags: Array<string>, createdAt: string, updatedAt: string, verifiedEmail: boolean, productSubscriberStatus: CustomerProductSubscriberStatus, defaultEmailAddress: { emailAddress: string, marketingState: CustomerEmailAddressMarketingState, marketingOptInLevel: CustomerMarketingOptInLevel | null, marketingUpdatedAt: string | null, validFormat: boolean } | null };

export type ChallengeSegmentMembersQueryVariables = Exact<{
  query: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ChallengeSegmentMembersQuery = { customerSegmentMembers: { totalCount: number, edges: Array<{ node: { id: string, displayName: string, firstName: string | null, lastName: string | null, lastOrderId: string | null, numberOfOrders: string | null, defaultEmailAddress: { emailAddress: string, marketingState: CustomerEmailAddressMarketingState, marketingOptInLevel: CustomerMarketingOptInLevel | null, marketingUpdatedAt: string | null, validFormat: boolean } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ConsentFragment = { emailAddress: string, marketingState: CustomerEmailAddressMarketingState, marketingOptInLevel: CustomerMarketingOptInLevel | null, marketingUpdatedAt: string | null, validFormat: boolean };

export type CustomerByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type CustomerByIdQuery = { customer: { id: string, firstName: string | null, lastName: string | null, locale: string, state: CustomerState, tags: Array<string>, createdAt: string, updatedAt: string, verifiedEmail: boolean, productSubscriberStatus: CustomerProductSubscriberStatus, defaultEmailAddress: { emailAddress: string, marketingState: CustomerEmailAddressMarketingState, marketingOptInLevel: CustomerMarketingOptInLevel | null, marketingUpdatedAt: string | null, validFormat: boolean } | null } | null };

export type CustomerPurchasesQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type CustomerPurchasesQuery = { customer: { id: string, orders: { nodes: Array<{ id: string, test: boolean, processedAt: string, cancelledAt: string | null, displayFinancialStatus: OrderDisplayFinancialStatus | null, lineItems: { nodes: Array<{ id: string, currentQuantity: number, product: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type CustomersByIdsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type CustomersByIdsQuery = { nodes: Array<
    | { __typename: 'AppInstallation' }
    | { __typename: 'BulkOperation' }
    | { __typename: 'Customer', id: string, firstName: string | null, lastName: string | null, locale: string, state: CustomerState, tags: Array<string>, createdAt: string, updatedAt: string, verifiedEmail: boolean, productSubscriberStatus: CustomerProductSubscriberStatus, defaultEmailAddress: { emailAddress: string, marketingState: CustomerEmailAddressMarketingState, marketingOptInLevel: CustomerMarketingOptInLevel | null, marketingUpdatedAt: string | null, validFormat: boolean } | null }
    | { __typename: 'CustomerSegmentMembersQuery' }
    | { __typename: 'LineItem' }
    | { __typename: 'Order' }
    | { __typename: 'Product' }
    | { __typename: 'Segment' }
    | { __typename: 'Shop' }
    | { __typename: 'SubscriptionContract' }
    | { __typename: 'WebhookSubscription' }
   | null> };

export type ShopAndScopesQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopAndScopesQuery = { shop: { id: string, name: string, myshopifyDomain: string, ianaTimezone: string, plan: { publicDisplayName: string, shopifyPlus: boolean, partnerDevelopment: boolean } }, appInstallation: { id: string, accessScopes: Array<{ handle: string }> } | null, publicApiVersions: Array<{ handle: string, supported: boolean }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ConsentFragmentDoc = new TypedDocumentString(`
    fragment Consent on CustomerEmailAddress {
  emailAddress
  marketingState
  marketingOptInLevel
  marketingUpdatedAt
  validFormat
}
    `, {"fragmentName":"Consent"}) as unknown as TypedDocumentString<ConsentFragment, unknown>;
export const ChallengeCustomerFragmentDoc = new TypedDocumentString(`
    fragment ChallengeCustomer on Customer {
  id
  firstName
  lastName
  locale
  state
  tags
  createdAt
  updatedAt
  verifiedEmail
  productSubscriberStatus
  defaultEmailAddress {
    ...Consent
  }
}
    fragment Consent on CustomerEmailAddress {
  emailAddress
  marketingState
  marketingOptInLevel
  marketingUpdatedAt
  validFormat
}`, {"fragmentName":"ChallengeCustomer"}) as unknown as TypedDocumentString<ChallengeCustomerFragment, unknown>;
export const ChallengeSegmentMembersDocument = new TypedDocumentString(`
    query ChallengeSegmentMembers($query: String!, $first: Int!, $after: String) {
  customerSegmentMembers(query: $query, first: $first, after: $after) {
    totalCount
    edges {
      node {
        id
        displayName
        firstName
        lastName
        lastOrderId
        numberOfOrders
        defaultEmailAddress {
          ...Consent
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Consent on CustomerEmailAddress {
  emailAddress
  marketingState
  marketingOptInLevel
  marketingUpdatedAt
  validFormat
}`) as unknown as TypedDocumentString<ChallengeSegmentMembersQuery, ChallengeSegmentMembersQueryVariables>;
export const CustomerByIdDocument = new TypedDocumentString(`
    query CustomerById($id: ID!) {
  customer(id: $id) {
    ...ChallengeCustomer
  }
}
    fragment ChallengeCustomer on Customer {
  id
  firstName
  lastName
  locale
  state
  tags
  createdAt
  updatedAt
  verifiedEmail
  productSubscriberStatus
  defaultEmailAddress {
    ...Consent
  }
}
fragment Consent on CustomerEmailAddress {
  emailAddress
  marketingState
  marketingOptInLevel
  marketingUpdatedAt
  validFormat
}`) as unknown as TypedDocumentString<CustomerByIdQuery, CustomerByIdQueryVariables>;
export const CustomerPurchasesDocument = new TypedDocumentString(`
    query CustomerPurchases($id: ID!, $first: Int!, $after: String) {
  customer(id: $id) {
    id
    orders(first: $first, after: $after, sortKey: PROCESSED_AT, reverse: true) {
      nodes {
        id
        test
        processedAt
        cancelledAt
        displayFinancialStatus
        lineItems(first: 50) {
          nodes {
            id
            currentQuantity
            product {
              id
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerPurchasesQuery, CustomerPurchasesQueryVariables>;
export const CustomersByIdsDocument = new TypedDocumentString(`
    query CustomersByIds($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    ... on Customer {
      ...ChallengeCustomer
    }
  }
}
    fragment ChallengeCustomer on Customer {
  id
  firstName
  lastName
  locale
  state
  tags
  createdAt
  updatedAt
  verifiedEmail
  productSubscriberStatus
  defaultEmailAddress {
    ...Consent
  }
}
fragment Consent on CustomerEmailAddress {
  emailAddress
  marketingState
  marketingOptInLevel
  marketingUpdatedAt
  validFormat
}`) as unknown as TypedDocumentString<CustomersByIdsQuery, CustomersByIdsQueryVariables>;
export const ShopAndScopesDocument = new TypedDocumentString(`
    query ShopAndScopes {
  shop {
    id
    name
    myshopifyDomain
    ianaTimezone
    plan {
      publicDisplayName
      shopifyPlus
      partnerDevelopment
    }
  }
  appInstallation {
    id
    accessScopes {
      handle
    }
  }
  publicApiVersions {
    handle
    supported
  }
}
    `) as unknown as TypedDocumentString<ShopAndScopesQuery, ShopAndScopesQueryVariables>;