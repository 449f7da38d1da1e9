// Whom a role is granted to, and which.
import { z } from 'zod';
import { LocalError } from './local-error.ts';

const roleSchema = z.enum(['editor', 'operator', 'admin']);

export type Grant = { email: string; role: z.infer<typeof roleSchema> };

/** From `you@example.com operator`. Throws a LocalError that says what would be right. */
export function roleArgument(args: readonly string[]): Grant {
  const [email, role, ...others] = args;
  const usage = 'npm run grant -- you@example.com operator';
  if (others.length > 0 || email === undefined || role === undefined)
    throw new LocalError(`Say whom, and what: ${usage}`);
  if (!z.email().safeParse(email).success) throw new LocalError(`The first word must be an e-mail address: ${usage}`);
  const parsed = roleSchema.safeParse(role);
  if (parsed.success) return { email, role: parsed.data };
  throw new LocalError(`The role must be one of ${roleSchema.options.join(', ')}: ${usage}`);
}
