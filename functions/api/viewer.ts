// Who a request comes from.
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { learnerSchema } from '../learners/learner.ts';
import type { Services } from '../services.ts';
import { type Caller, callerOf } from './caller.ts';

/**
 * A stranger brings no `Authorization` header; one that is not a valid Firebase ID token is refused rather than taken for
 * a stranger's. Only a session that came from a mail's link is a learner's, and it has no roles, whatever its claims:
 * they count only in a Google session with a verified address. Throws `UNAUTHENTICATED`.
 */
export async function viewer({ identity }: Services, headers: Headers): Promise<Viewer> {
  const authorization = headers.get('authorization');
  if (authorization === null) return { kind: 'stranger', caller: callerOf(headers) };
  const idToken = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization)?.[1];
  if (idToken === undefined)
    throw new AppError('UNAUTHENTICATED', 'Authorization must be: Bearer <Firebase ID token>.');
  const { uid, provider, email, emailVerified, roles } = await (await identity()).verify(idToken);
  const link = provider === 'custom';
  const isStaffs = provider === 'google.com' && emailVerified;
  return {
    kind: 'session',
    uid,
    learnerId: link ? (learnerSchema.shape.id.safeParse(uid).data ?? null) : null,
    link,
    verifiedEmail: isStaffs ? email : null,
    roles: isStaffs ? roles.flatMap((role) => roleSchema.safeParse(role).data ?? []) : [],
  };
}

/** Of a stranger only the network is known. */
export type Viewer = { kind: 'stranger'; caller: Caller } | Session;

export type Session = {
  kind: 'session';
  uid: string;
  learnerId: string | null;
  /** It came from a mail's link. */
  link: boolean;
  /** Of a Google session. */
  verifiedEmail: string | null;
  roles: Role[];
};

export type Role = z.infer<typeof roleSchema>;

const roleSchema = z.enum(['editor', 'operator', 'admin']);
