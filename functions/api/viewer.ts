// Who a request comes from.
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { learnerSchema } from '../learners/learner.ts';
import type { Services } from '../services.ts';

/**
 * A stranger brings no `Authorization` header; one that is not a valid Firebase ID token is refused rather than taken for
 * a stranger's. Only a session that came from a mail's link is a learner's, and it has no roles, whatever its claims:
 * they count only in a Google session with a verified address. Throws `UNAUTHENTICATED`.
 */
export async function viewer({ identity }: Services, authorization: string | null): Promise<Viewer> {
  if (authorization === null) return { kind: 'stranger' };
  const idToken = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization)?.[1];
  if (idToken === undefined)
    throw new AppError('UNAUTHENTICATED', 'Authorization must be: Bearer <Firebase ID token>.');
  const { uid, provider, emailVerified, roles } = await (await identity()).verify(idToken);
  const link = provider === 'custom';
  return {
    kind: 'session',
    uid,
    learnerId: link ? (learnerSchema.shape.id.safeParse(uid).data ?? null) : null,
    link,
    roles:
      provider === 'google.com' && emailVerified ? roles.flatMap((role) => roleSchema.safeParse(role).data ?? []) : [],
  };
}

export type Viewer = { kind: 'stranger' } | Session;

/** `link`: it came from a mail's link. */
export type Session = { kind: 'session'; uid: string; learnerId: string | null; link: boolean; roles: Role[] };

export type Role = z.infer<typeof roleSchema>;

const roleSchema = z.enum(['editor', 'operator', 'admin']);
