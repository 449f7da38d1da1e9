// `customerEmailMarketingConsentUpdate`, as recorded.
import { GraphQLError } from 'graphql';
import { customerNode } from './customer-node.ts';
import type { ShopRequest } from './open-shop.ts';
import { readGid } from './read-gid.ts';

type ConsentInput = {
  customerId: string;
  emailMarketingConsent: {
    marketingState: string;
    marketingOptInLevel?: 'SINGLE_OPT_IN' | 'CONFIRMED_OPT_IN' | 'UNKNOWN' | null;
    consentUpdatedAt?: string | null;
  };
};

type UserError = { __typename: string; code: string; field: string[]; message: string };

/** Changes the consent on file, unless that is newer; a customer without an e-mail "succeeds" and stays as it was. */
export function consentMutation(request: ShopRequest) {
  return {
    customerEmailMarketingConsentUpdate({ input }: { input: ConsentInput }) {
      const { marketingState, marketingOptInLevel, consentUpdatedAt } = input.emailMarketingConsent;
      if (marketingState !== 'SUBSCRIBED' && marketingState !== 'UNSUBSCRIBED' && marketingState !== 'PENDING')
        throw new GraphQLError(`Cannot specify ${marketingState} as a marketing state input`, {
          extensions: { code: 'INVALID' },
        });
      const { number } = readGid(input.customerId);
      const customer = request.shop.customers.find((each) => each.number === number);
      if (!customer) return refusal('INVALID', ['input', 'customerId'], 'Customer not found');
      const now = request.shop.now().toISOString();
      const at = consentUpdatedAt ?? now;
      const refused = refuse(input.emailMarketingConsent, Date.parse(at) > Date.parse(now));
      if (refused) return refused;
      const isNewer = customer.consentUpdatedAt === null || Date.parse(at) >= Date.parse(customer.consentUpdatedAt);
      if (customer.email !== null && isNewer) {
        customer.consent = marketingState;
        customer.optInLevel = marketingOptInLevel ?? customer.optInLevel;
        customer.consentUpdatedAt = at;
        customer.updatedAt = now;
      }
      return { customer: customerNode(request, customer), userErrors: [] };
    },
  };
}

function refuse(consent: ConsentInput['emailMarketingConsent'], isInFuture: boolean) {
  const field = ['input', 'emailMarketingConsent'];
  if (isInFuture)
    return refusal('INVALID', [...field, 'consentUpdatedAt'], 'Consent updated at must not be in the future');
  if (consent.marketingState === 'SUBSCRIBED' && !consent.marketingOptInLevel)
    return refusal('MISSING_ARGUMENT', [...field, 'marketingOptInLevel'], 'Marketing opt in level is missing');
  if (consent.marketingState === 'PENDING' && consent.marketingOptInLevel === 'SINGLE_OPT_IN')
    return refusal(
      'INVALID',
      [...field, 'marketingOptInLevel'],
      'Opt in level must be confirmed opt-in for pending consent state',
    );
  return null;
}

function refusal(code: string, field: string[], message: string): { customer: null; userErrors: UserError[] } {
  return {
    customer: null,
    userErrors: [{ __typename: 'CustomerEmailMarketingConsentUpdateUserError', code, field, message }],
  };
}
