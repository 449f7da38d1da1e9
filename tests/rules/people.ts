// The people of the rules tests, as the tokens that Firebase gives them.
import type { RulesTestContext, RulesTestEnvironment, TokenOptions } from '@firebase/rules-unit-testing';

export const ownerId = 'shopify-1001';

// `custom` is what a session from a mail's link has, `google.com` what a member of the office has.
const link = { firebase: { sign_in_provider: 'custom' } } satisfies TokenOptions;
const google = { firebase: { sign_in_provider: 'google.com' }, email_verified: true } satisfies TokenOptions;

const sessions: Record<string, { uid: string; token: TokenOptions }> = {
  'other learner': { uid: 'shopify-2002', token: link },
  owner: { uid: ownerId, token: link },
  'owner by google': { uid: ownerId, token: google },
  'operator by link': { uid: 'office-1', token: { ...link, email_verified: true, roles: ['operator', 'admin'] } },
  operator: { uid: 'office-1', token: { ...google, roles: ['operator'] } },
  admin: { uid: 'office-2', token: { ...google, roles: ['admin'] } },
  editor: { uid: 'office-3', token: { ...google, roles: ['editor'] } },
  'unverified operator': { uid: 'office-1', token: { ...google, email_verified: false, roles: ['operator'] } },
};

/** Everyone of the expectation table. */
export const people = ['stranger', ...Object.keys(sessions)];

/** The client of one person of the expectation table; throws where the table names somebody unknown. */
export function clientOf(environment: RulesTestEnvironment, person: string): RulesTestContext {
  if (person === 'stranger') return environment.unauthenticatedContext();
  const session = sessions[person];
  if (session === undefined) throw new Error(`The table names ${person}, whose token is not written down.`);
  return environment.authenticatedContext(session.uid, session.token);
}
