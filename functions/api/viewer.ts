// Who a request comes from.
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { learnerSchema } from '../learners/learner.ts';
import type { Services } from '../services.ts';

/**
 * A stranger brings no `Authorization` header; one that is not a valid Firebase ID token is refused rather than taken for
 * a stranger's. Roles count only in a Google session with a verified address: a session that came from a mail's link has
 * none, whatever its claims. Throws `UNAUTHENTICATED`.
 */
export async function viewer({ identity }: Services, authorization: string | null): Promise<Viewer> {
  if (authorization === null) return { kind: 'stranger' };
  const idToken = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization)?.[1];
  if (idToken === undefined)
    throw new AppError('UNAUTHENTICATED', 'Authorization must be: Bearer <Firebase ID token>.');
  const { uid, provider, emailVerified, roles } = await (await identity()).verify(idToken);
  return {
    kind: 'session',
    uid,
    learnerId: learnerSchema.shape.id.safeParse(uid).data ?? null,
    link: provider === 'custom',
    roles:
      provider === 'google.com' && emailVerified ? roles.flatMap((role) => roleSchema.safeParse(role).data ?? []) : [],
  };
}

export type Viewer = { kind: 'stranger' } | Session;

/** `link`: it came from a mail's link. */
export type Session = { kind: 'session'; uid: string; learnerId: string | null; link: boolean; roles: Role[] };

export type Role = z.infer<typeof roleSchema>;

const roleSchema = z.enum(['editor', 'operator', 'admin']);
