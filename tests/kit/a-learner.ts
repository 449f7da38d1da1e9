// A learner for tests: placed, entitled, with consent; overrides reach into the customer and mail parts.
import type { Learner } from '../../functions/learners/learner.ts';

/** What a test may say about its learner; all else is sensible. */
export type LearnerOverrides = Partial<Omit<Learner, 'customer' | 'mail'>> & {
  customer?: Partial<Learner['customer']>;
  mail?: Partial<Learner['mail']>;
};

/** The address follows the id unless given, and the address key follows the address, so learners never share one by accident. */
export function aLearner(overrides: LearnerOverrides = {}): Learner {
  const id = overrides.id ?? 'shopify-1001';
  const address = overrides.customer?.address === undefined ? `${id}@example.com` : overrides.customer.address;
  return {
    levelId: 'curious',
    passes: 0,
    placement: null,
    firstSubmittedAt: null,
    weeks: {},
    ...overrides,
    id,
    customer: {
      firstName: 'Ada',
      lastName: 'Lovelace',
      addressKey: address?.toLowerCase() ?? null,
      consent: 'SUBSCRIBED',
      consentAt: new Date('2026-01-05T10:00:00Z'),
      entitled: true,
      evidence: 'SEGMENT',
      sharesAddress: false,
      ...overrides.customer,
      address,
    },
    mail: { pausedUntil: null, unsubscribedAt: null, suppressed: null, signInMailsAt: [], ...overrides.mail },
  };
}
