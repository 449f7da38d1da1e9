// Gives a role to somebody who has signed in with Google, or takes it.
import type { Auth, UserRecord } from 'firebase-admin/auth';
import { LocalError } from '../local-error.ts';
import type { Grant } from '../role-argument.ts';
import { roleClaims } from './role-claims.ts';

/**
 * All roles that the user has afterwards; they count in tokens that are made from then on. Throws a LocalError where a role
 * would not count: only a Google session with a verified address has any.
 */
export async function grantRole(
  auth: Pick<Auth, 'getUserByEmail' | 'setCustomUserClaims'>,
  { email, role, revoke }: Omit<Grant, 'project'>,
): Promise<string[]> {
  const user = await auth.getUserByEmail(email).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'auth/user-not-found')) throw error;
    throw new LocalError(
      'Nobody of this address has signed in yet: let them sign in once with Google, then run this again.',
    );
  });
  const fault = revoke ? undefined : faultOf(user);
  if (fault !== undefined) throw new LocalError(fault);
  const claims = roleClaims(user.customClaims ?? {}, { role, revoke });
  await auth.setCustomUserClaims(user.uid, claims);
  return claims.roles;
}

function faultOf({ disabled, email, emailVerified, providerData }: UserRecord): string | undefined {
  const isGoogles = providerData.some(
    (each) => each.providerId === 'google.com' && each.email?.toLowerCase() === email?.toLowerCase(),
  );
  if (!isGoogles)
    return 'The user of this address does not sign in with Google, so no role would count: let them sign in with Google once.';
  if (!emailVerified)
    return 'The address of this user is not verified, so no role would count: let them sign in with Google once more.';
  return disabled ? 'This user is disabled, and cannot sign in: enable them in the Firebase console first.' : undefined;
}
