// Link tokens: signed, bound to one purpose, and carried by a mail's links.
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';

/**
 * Link tokens as JWT (HS256): `aud` is the purpose, `sub` the learner's id, `kid` names the key. `keys` holds
 * `id:base64url` pairs separated by commas; the first signs and all verify, so a new key is put in front of the old one
 * and the old one leaves when its last token has. Throws an AppError `MISCONFIGURED` where two keys have one id.
 */
export function linkTokens(options: { keys: string; clock: Clock }): LinkTokens {
  const { clock } = options;
  const [signing, keys] = parseKeys(options.keys);

  const signed = (purpose: Purpose, learnerId: string, claims: JWTPayload): Promise<string> => {
    const now = Math.floor(clock.now().getTime() / 1000);
    const lifeSeconds = lifeSecondsOf[purpose];
    const token = new SignJWT(claims).setSubject(learnerId).setAudience(purpose).setIssuedAt(now);
    if (lifeSeconds !== null) token.setExpirationTime(now + lifeSeconds);
    return token.setProtectedHeader({ alg: 'HS256', kid: signing.id }).sign(signing.secret);
  };

  const verified = async (purpose: Purpose, token: string): Promise<JWTPayload & { sub: string }> => {
    if (token.length > tokenLengthMax) throw invalid();
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => keyNamed(keys, kid), {
        algorithms: ['HS256'],
        audience: purpose,
        currentDate: clock.now(),
        requiredClaims: lifeSecondsOf[purpose] === null ? ['sub', 'iat'] : ['sub', 'iat', 'exp'],
      });
      if (!payload.sub) throw invalid();
      return { ...payload, sub: payload.sub };
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw expired();
      throw invalid();
    }
  };

  return {
    sign: (purpose, learnerId) => signed(purpose, learnerId, {}),
    verify: async (purpose, token) => (await verified(purpose, token)).sub,
    signUndo: ({ learnerId, unsubscribedAt }) =>
      signed('undo-unsubscribe', learnerId, { unsubscribedAt: unsubscribedAt.getTime() }),
    async verifyUndo(token) {
      const payload = await verified('undo-unsubscribe', token);
      const bound = undoClaims.safeParse(payload);
      if (!bound.success) throw invalid();
      return { learnerId: payload.sub, unsubscribedAt: new Date(bound.data.unsubscribedAt) };
    },
  };
}

/** What the link of a mail may be used for, and nothing else. */
export type LinkPurpose = 'sign-in' | 'unsubscribe';

export type LinkTokens = {
  /** `sign-in` lives 14 days, `unsubscribe` does not expire. */
  sign(purpose: LinkPurpose, learnerId: string): Promise<string>;
  /** The learner's id. Throws AppError `LINK_EXPIRED` or `LINK_INVALID`. */
  verify(purpose: LinkPurpose, token: string): Promise<string>;
  /** The way back from one unsubscribe, for an hour; its purpose is `undo-unsubscribe`. */
  signUndo(unsubscribe: BoundUnsubscribe): Promise<string>;
  /** Which unsubscribe may be taken back. Throws AppError `LINK_EXPIRED` or `LINK_INVALID`. */
  verifyUndo(token: string): Promise<BoundUnsubscribe>;
};

/** One unsubscribe among all of a learner: the one that began at this instant. */
export type BoundUnsubscribe = { learnerId: string; unsubscribedAt: Date };

type Purpose = LinkPurpose | 'undo-unsubscribe';

/** The instant in milliseconds since 1970. */
const undoClaims = z.object({ unsubscribedAt: z.int().min(0) });

/** Architecture §6. An unsubscribe link must work for as long as the mail lies in a mailbox. */
const lifeSecondsOf: Record<Purpose, number | null> = {
  'sign-in': 14 * 24 * 3600,
  'undo-unsubscribe': 3600,
  unsubscribe: null,
};

/** A token of ours has about 250 characters; what is far longer is not worth its parsing. */
const tokenLengthMax = 2000;

type SigningKey = { id: string; secret: Uint8Array };

function parseKeys(text: string): [SigningKey, ReadonlyMap<string, Uint8Array>] {
  const pairs = text.split(',').map((pair) => {
    const colon = pair.indexOf(':');
    return { id: pair.slice(0, colon), secret: new Uint8Array(Buffer.from(pair.slice(colon + 1), 'base64url')) };
  });
  const keys = new Map(pairs.map(({ id, secret }) => [id, secret]));
  const [first] = pairs;
  if (first === undefined || keys.size < pairs.length) {
    throw new AppError('MISCONFIGURED', 'LINK_KEYS must give each key an id of its own.');
  }
  return [first, keys];
}

function keyNamed(keys: ReadonlyMap<string, Uint8Array>, id: string | undefined): Uint8Array {
  const secret = keys.get(id ?? '');
  if (secret === undefined) throw invalid();
  return secret;
}

// Neither carries its cause: the causes of some libraries quote what they could not read.
const expired = () => new AppError('LINK_EXPIRED', 'This link has expired. Ask for a new one and use the newest mail.');
const invalid = () => new AppError('LINK_INVALID', 'This link is not valid. Use the whole link of the newest mail.');
