// Whom a role is granted to, and which, and where.
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LocalError } from './local-error.ts';

const roleSchema = z.enum(['editor', 'operator', 'admin']);

export type Grant = {
  email: string;
  role: z.infer<typeof roleSchema>;
  /** An id, or an alias of .firebaserc; undefined for the local stack. */
  project: string | undefined;
  /** Whether the role is taken instead. */
  revoke: boolean;
};

const usage = 'npm run grant -- you@example.com operator [--project <id or alias>] [--revoke]';

/** From `you@example.com operator --project live`. Throws a LocalError that says what would be right. */
export function roleArgument(args: readonly string[]): Grant {
  const { values, positionals } = parsed(args);
  const [email, role, ...others] = positionals;
  if (others.length > 0 || email === undefined || role === undefined)
    throw new LocalError(`Say whom, and what: ${usage}`);
  if (!z.email().safeParse(email).success) throw new LocalError(`The first word must be an e-mail address: ${usage}`);
  const known = roleSchema.safeParse(role);
  if (known.success) return { email, role: known.data, project: values.project, revoke: values.revoke === true };
  throw new LocalError(`The role must be one of ${roleSchema.options.join(', ')}: ${usage}`);
}

function parsed(args: readonly string[]) {
  try {
    const options = { project: { type: 'string' }, revoke: { type: 'boolean' } } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch {
    throw new LocalError(`I know no such argument: ${usage}`);
  }
}
