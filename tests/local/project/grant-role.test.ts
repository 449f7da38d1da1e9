import type { UserRecord } from 'firebase-admin/auth';
import { expect, test } from 'vitest';
import { LocalError } from '../../../local/local-error.ts';
import { grantRole } from '../../../local/project/grant-role.ts';

const email = 'you@example.com';
const google = { providerId: 'google.com', email };
const signedIn = { uid: 'one', email, emailVerified: true, disabled: false, providerData: [google] };

/** A Firebase Auth with this one user, or nobody; notes the claims that were set. */
function authWith(user: object | undefined) {
  const set: [uid: string, claims: object | null][] = [];
  return {
    set,
    getUserByEmail: async (asked: string) => {
      if (user !== undefined && asked === email) return user as UserRecord;
      throw Object.assign(new Error(`no user of ${asked}`), { code: 'auth/user-not-found' });
    },
    setCustomUserClaims: async (uid: string, claims: object | null) => void set.push([uid, claims]),
  };
}
const operator = { email, role: 'operator', revoke: false } as const;

test('a role is given to a verified Google user beside what they have, and all roles are told', async () => {
  const auth = authWith({ ...signedIn, customClaims: { roles: ['editor'], team: 'north' } });
  expect(await grantRole(auth, operator)).toEqual(['editor', 'operator']);
  expect(auth.set).toEqual([['one', { roles: ['editor', 'operator'], team: 'north' }]]);
});

test('Google may write the address in other letters', async () => {
  const auth = authWith({ ...signedIn, providerData: [{ ...google, email: 'You@Example.com' }] });
  expect(await grantRole(auth, operator)).toEqual(['operator']);
});

test.each([
  ['who never signed in', undefined, 'has signed in yet'],
  ['with a password', { ...signedIn, providerData: [{ providerId: 'password', email }] }, 'not sign in with Google'],
  [
    'whose Google address is another',
    { ...signedIn, providerData: [{ ...google, email: 'else@example.com' }] },
    'not sign in with Google',
  ],
  ['of a mail’s link', { ...signedIn, providerData: [] }, 'not sign in with Google'],
  ['whose address is not verified', { ...signedIn, emailVerified: false }, 'not verified'],
  ['who is disabled', { ...signedIn, disabled: true }, 'is disabled'],
])('somebody %s gets no role, in one line without the address', async (_who, user, told) => {
  const auth = authWith(user);
  const refusal = await grantRole(auth, operator).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(LocalError);
  expect(refusal).toMatchObject({ message: expect.stringContaining(told) });
  expect(String(refusal)).not.toMatch(/you@|\n/);
  expect(auth.set).toEqual([]);
});

test('a role is taken from anybody who has it', async () => {
  const auth = authWith({ ...signedIn, emailVerified: false, customClaims: { roles: ['operator', 'admin'] } });
  expect(await grantRole(auth, { ...operator, revoke: true })).toEqual(['admin']);
  expect(auth.set).toEqual([['one', { roles: ['admin'] }]]);
});
