// Rule: a user's custom claims after a role was given or taken.
import { z } from 'zod';

/** What the user has of roles and of other claims stays as it is. A `roles` that is no list of texts counts as none. */
export function roleClaims(
  claims: Record<string, unknown>,
  { role, revoke }: { role: string; revoke: boolean },
): { roles: string[] } {
  const others = rolesSchema.parse(claims.roles).filter((each) => each !== role);
  return { ...claims, roles: revoke ? others : [...others, role] };
}

const rolesSchema = z.array(z.string()).catch([]);
