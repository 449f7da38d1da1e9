import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { afterAll, expect, test } from 'vitest';
import { firebaseIdentity } from '../../../functions/api/firebase-identity.ts';
import { grantRole } from '../../../local/project/grant-role.ts';
import { googleSignIn } from '../../../local/stack/google-sign-in.ts';

const authHost = process.env.FIREBASE_AUTH_EMULATOR_HOST ?? '';
const app = initializeApp({ projectId: process.env.TEST_AUTH_PROJECT ?? '' });
const auth = getAuth(app);
const identity = firebaseIdentity();
afterAll(() => deleteApp(app));

const email = 'granted@staff.example';
const rolesNow = async () => (await identity.verify((await googleSignIn(authHost, email)).idToken)).roles;

test('nobody has a role before they signed in; afterwards each one given counts in the next token, until it is taken', async () => {
  const grant = { email, role: 'operator', revoke: false } as const;
  await expect(grantRole(auth, grant)).rejects.toThrow('has signed in yet');
  const { idToken } = await googleSignIn(authHost, email);
  expect(await grantRole(auth, grant)).toEqual(['operator']);
  expect((await identity.verify(idToken)).roles).toEqual([]);
  expect(await rolesNow()).toEqual(['operator']);
  await grantRole(auth, { ...grant, role: 'editor' });
  expect(await rolesNow()).toEqual(['operator', 'editor']);
  await grantRole(auth, { ...grant, revoke: true });
  expect(await rolesNow()).toEqual(['editor']);
});

test('a user with a password gets no role', async () => {
  await auth.createUser({ email: 'password@staff.example', password: 'correct horse', emailVerified: true });
  await expect(grantRole(auth, { email: 'password@staff.example', role: 'admin', revoke: false })).rejects.toThrow(
    'does not sign in with Google',
  );
});
