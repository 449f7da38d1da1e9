// Sessions in a local stack, each made as its owner would.
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { googleSignIn } from '../../local/stack/google-sign-in.ts';
import type { Stack } from '../../local/stack/stack.ts';
import { SignInWithLinkDocument } from '../generated/graphql.ts';
import { askStack } from './ask-stack.ts';

/** The ID token of staff with this role, as `npm run grant` gives it. */
export async function staffToken(stack: Stack, email: string, role: string): Promise<string> {
  const authHost = `127.0.0.1:${stack.ports.auth}`;
  const { localId } = await googleSignIn(authHost, email);
  await giveClaims(stack, localId, { roles: [role] });
  return (await googleSignIn(authHost, email)).idToken;
}

/** Gives a user of Firebase Auth claims, for the tokens that are made from then on. */
export async function giveClaims({ projectId }: Stack, uid: string, claims: object): Promise<void> {
  const app = initializeApp({ projectId }, `claims-${uid}`);
  try {
    await getAuth(app).setCustomUserClaims(uid, claims);
  } finally {
    await deleteApp(app);
  }
}

/** The ID token and learner id that the link of a mail leads to. Throws where the link or the session is refused. */
export async function linkSession(stack: Stack, token: string): Promise<{ idToken: string; learnerId: string }> {
  const { data } = await askStack(stack, { document: SignInWithLinkDocument, variables: { token } });
  if (!data) throw new Error('The link was refused.');
  const { customToken, learnerId } = data.signInWithLink;
  const door = 'identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=demo-key';
  const response = await fetch(`http://127.0.0.1:${stack.ports.auth}/${door}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token: customToken, returnSecureToken: true }),
  });
  if (!response.ok) throw new Error(`The custom token was refused: ${response.status}`);
  return { idToken: ((await response.json()) as { idToken: string }).idToken, learnerId };
}
