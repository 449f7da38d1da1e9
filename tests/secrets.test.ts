// Which function is given which secret: no more than it uses.
import { expect, test } from 'vitest';
import * as functions from '../functions/index.ts';

const bound = (of: object): string[] => {
  const endpoint = '__endpoint' in of ? of.__endpoint : undefined;
  if (typeof endpoint !== 'object' || endpoint === null) return ['no function'];
  if (!('secretEnvironmentVariables' in endpoint)) return [];
  const secrets = endpoint.secretEnvironmentVariables as { key: string }[];
  return secrets.map(({ key }) => key).sort();
};

test('each function is bound to the secrets that it uses and to no other', () => {
  expect(Object.fromEntries(Object.entries(functions).map(([name, of]) => [name, bound(of)]))).toEqual({
    // Wishes and suppressions need the key of the addresses, an editor's test mail the one of SES.
    api: ['ADDRESS_HASH_KEY', 'LINK_KEYS', 'SES_SECRET_ACCESS_KEY'],
    unsubscribe: ['ADDRESS_HASH_KEY', 'LINK_KEYS'],
    sendSignInLink: ['ADDRESS_HASH_KEY', 'LINK_KEYS', 'SES_SECRET_ACCESS_KEY'],
    syncCustomers: ['ADDRESS_HASH_KEY', 'SHOPIFY_CLIENT_SECRET'],
    planRun: [],
    sendMails: ['LINK_KEYS', 'SES_SECRET_ACCESS_KEY'],
    // It mails the operator.
    sweep: ['SES_SECRET_ACCESS_KEY'],
    // It suppresses addresses.
    sesEvents: ['ADDRESS_HASH_KEY'],
    weeklyRun: [],
  });
});
