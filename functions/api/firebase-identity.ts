// Firebase Auth: custom tokens out, ID tokens in.
import { getApps, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { z } from 'zod';
import { AppError } from '../errors.ts';

/** Signatures and expiry are checked by Firebase's own SDK; revoked sessions end with their hour (architecture §6). */
export function firebaseIdentity(): Identity {
  if (getApps().length === 0) initializeApp();
  const auth = getAuth();
  return {
    customToken: (learnerId) => auth.createCustomToken(learnerId),
    async verify(idToken) {
      const claims = await auth.verifyIdToken(idToken).catch((cause: unknown) => {
        throw new AppError('UNAUTHENTICATED', 'The ID token is not valid, or no longer. Sign in again.', { cause });
      });
      const parsed = claimsSchema.parse(claims);
      return {
        uid: parsed.uid,
        provider: parsed.firebase.sign_in_provider,
        email: parsed.email,
        emailVerified: parsed.email_verified,
        roles: parsed.roles,
      };
    },
  };
}

/** The little of Firebase Auth that the system uses. */
export type Identity = {
  /** A custom token that signs a learner in, for a session without any role. */
  customToken(learnerId: string): Promise<string>;
  /** Throws an AppError `UNAUTHENTICATED` where the ID token is not valid now. */
  verify(idToken: string): Promise<VerifiedToken>;
};

/** What an ID token says. `email` is the owner's only where `emailVerified`. */
export type VerifiedToken = {
  uid: string;
  provider: string;
  email: string | null;
  emailVerified: boolean;
  roles: string[];
};

const claimsSchema = z.object({
  uid: z.string(),
  email: z.string().nullable().default(null).catch(null),
  email_verified: z.boolean().default(false),
  roles: z.array(z.string()).default([]).catch([]),
  firebase: z.object({ sign_in_provider: z.string() }),
});
