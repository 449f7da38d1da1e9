// The learner's session with Firebase Auth, kept in this browser between visits.
import { type FirebaseError, initializeApp } from 'firebase/app';
import {
  browserLocalPersistence,
  connectAuthEmulator,
  initializeAuth,
  signInWithCustomToken,
  signOut,
} from 'firebase/auth';
import { ApiFailure } from './api-failure.ts';
import type { FirebaseConfig } from './firebase-config.ts';

/**
 * Restores the session of an earlier visit, if there was one. `initializeAuth` without pop-ups halves the script, and
 * `localStorage` is read at once, where IndexedDB takes a slow phone several steps before the first request.
 */
export async function openSession({ options, authEmulatorOrigin }: FirebaseConfig): Promise<Session> {
  const auth = initializeAuth(initializeApp(options), {
    persistence: browserLocalPersistence,
  });
  if (authEmulatorOrigin) connectAuthEmulator(auth, authEmulatorOrigin, { disableWarnings: true });
  await translated(auth.authStateReady());
  return {
    signIn: async (customToken) => {
      await translated(signInWithCustomToken(auth, customToken));
    },
    idToken: async () => (auth.currentUser ? translated(auth.currentUser.getIdToken()) : null),
    signOut: () => signOut(auth),
  };
}

/** Every function but `signOut` throws ApiFailure: `UNREACHABLE`, `UNAUTHENTICATED`, or `UNREADABLE` for the rest. */
export type Session = {
  signIn: (customToken: string) => Promise<void>;
  /** A fresh ID token, renewed when its hour is over; null when nobody is signed in. */
  idToken: () => Promise<string | null>;
  signOut: () => Promise<void>;
};

async function translated<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    const { code } = cause as FirebaseError;
    if (code === 'auth/network-request-failed') throw new ApiFailure('UNREACHABLE', { cause });
    throw new ApiFailure(SESSION_ENDED.has(code) ? 'UNAUTHENTICATED' : 'UNREADABLE', { cause });
  }
}

/** What Firebase says when an account was deleted or disabled, or its sessions were revoked. */
const SESSION_ENDED = new Set([
  'auth/user-token-expired',
  'auth/user-disabled',
  'auth/user-not-found',
  'auth/invalid-user-token',
]);
