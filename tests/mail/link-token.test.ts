import fc from 'fast-check';
import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { type LinkTokens, linkTokens } from '../../functions/mail/link-token.ts';
import { fakeClock } from '../kit/fake-clock.ts';

const monday = '2026-11-23T08:00:00Z';
const day = 24 * 3600 * 1000;
const keyOf = (byte: number) => Buffer.alloc(32, byte);
const pair = (id: string, byte: number) => `${id}:${keyOf(byte).toString('base64url')}`;
const purposes = ['sign-in', 'unsubscribe', 'undo-unsubscribe'] as const;
type Purpose = (typeof purposes)[number];
const anyPurpose = fc.constantFrom(...purposes);
const unsubscribedAt = new Date('2026-11-22T18:30:15.123Z');

const sign = (tokens: LinkTokens, purpose: Purpose, id: string) =>
  purpose === 'undo-unsubscribe' ? tokens.signUndo({ learnerId: id, unsubscribedAt }) : tokens.sign(purpose, id);
const verify = async (tokens: LinkTokens, purpose: Purpose, token: string) =>
  purpose === 'undo-unsubscribe' ? (await tokens.verifyUndo(token)).learnerId : tokens.verify(purpose, token);
const learnerId = fc.bigInt({ min: 1n, max: 10n ** 15n }).map((number) => `shopify-${number}`);
const invalid = { name: 'AppError', code: 'LINK_INVALID', retryable: false };
const expired = { name: 'AppError', code: 'LINK_EXPIRED', retryable: false };

function tokensAt(clock = fakeClock(monday), keys = pair('a', 1)) {
  return linkTokens({ keys, clock });
}

test('a token gives its learner to its own purpose and to no other', async () => {
  const tokens = tokensAt();
  await fc.assert(
    fc.asyncProperty(anyPurpose, anyPurpose, learnerId, async (signed, asked, id) => {
      const token = await sign(tokens, signed, id);
      if (signed === asked) expect(await verify(tokens, asked, token)).toBe(id);
      else await expect(verify(tokens, asked, token)).rejects.toMatchObject(invalid);
    }),
    { numRuns: 50 },
  );
});

test('a token in which one character was changed is not valid', async () => {
  const tokens = tokensAt();
  const token = await tokens.sign('sign-in', 'shopify-1');
  await fc.assert(
    fc.asyncProperty(
      fc.nat(token.length - 2),
      fc.constantFrom('A', 'b', '7', '_', '.', '=', ' '),
      async (at, other) => {
        // The last character of a part may hold unused bits; a change there is no other token.
        fc.pre(token[at] !== other && token[at + 1] !== '.');
        const changed = token.slice(0, at) + other + token.slice(at + 1);
        await expect(tokens.verify('sign-in', changed)).rejects.toMatchObject(invalid);
      },
    ),
    { numRuns: 200 },
  );
});

test('text that is no token is not valid, however long or odd, and is not quoted in the error', async () => {
  const tokens = tokensAt();
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 4000 }), fc.constantFrom('', '..', 'a.b.c', 'null'));
  await fc.assert(
    fc.asyncProperty(anyPurpose, text, async (purpose, token) => {
      const error: unknown = await verify(tokens, purpose, token).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ ...invalid, cause: undefined });
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['sign-in', 14 * day],
  ['undo-unsubscribe', 3_600_000],
] as const)('a %s token works until its time is over, and says then that it has expired', async (purpose, life) => {
  const clock = fakeClock(monday);
  const tokens = tokensAt(clock);
  const token = await sign(tokens, purpose, 'shopify-1');
  clock.advance(life - 1000);
  expect(await verify(tokens, purpose, token)).toBe('shopify-1');
  clock.advance(1000);
  await expect(verify(tokens, purpose, token)).rejects.toMatchObject(expired);
});

test('a way back names the unsubscribe that it is for, to the millisecond', async () => {
  const tokens = tokensAt();
  const bound = { learnerId: 'shopify-1', unsubscribedAt };
  expect(await tokens.verifyUndo(await tokens.signUndo(bound))).toEqual(bound);
});

test('an unsubscribe token works after ten years', async () => {
  const clock = fakeClock(monday);
  const tokens = tokensAt(clock);
  const token = await tokens.sign('unsubscribe', 'shopify-1');
  clock.advance(3650 * day);
  expect(await tokens.verify('unsubscribe', token)).toBe('shopify-1');
});

test('an expired token of another purpose or another key is not valid rather than expired', async () => {
  const clock = fakeClock(monday);
  const token = await tokensAt(clock).sign('sign-in', 'shopify-1');
  clock.advance(15 * day);
  await expect(tokensAt(clock).verify('unsubscribe', token)).rejects.toMatchObject(invalid);
  await expect(tokensAt(clock, pair('a', 2)).verify('sign-in', token)).rejects.toMatchObject(invalid);
});

describe('keys rotate with overlap', () => {
  test('a new first key signs, and tokens of the old one still work', async () => {
    const old = await tokensAt().sign('unsubscribe', 'shopify-1');
    const both = tokensAt(undefined, `${pair('b', 2)},${pair('a', 1)}`);
    const fresh = await both.sign('unsubscribe', 'shopify-2');
    expect(await both.verify('unsubscribe', old)).toBe('shopify-1');
    expect(await tokensAt(undefined, pair('b', 2)).verify('unsubscribe', fresh)).toBe('shopify-2');
  });

  test('a token of a key that has left is not valid', async () => {
    const old = await tokensAt().sign('unsubscribe', 'shopify-1');
    await expect(tokensAt(undefined, pair('b', 2)).verify('unsubscribe', old)).rejects.toMatchObject(invalid);
  });

  test('two keys with one id are a fault of the configuration, and no key is in the message', () => {
    const keys = `${pair('a', 1)},${pair('a', 2)}`;
    expect(() => tokensAt(undefined, keys)).toThrow('LINK_KEYS must give each key an id of its own.');
  });
});

describe('a token made by somebody else', () => {
  const claims = { sub: 'shopify-1', aud: 'unsubscribe', iat: 1 };
  const forge = (header: { alg: string; kid?: string }, payload: object = claims, byte = 1) =>
    new SignJWT({ ...payload }).setProtectedHeader(header).sign(keyOf(byte));

  test('without a signature (alg none) is not valid', async () => {
    const token = new UnsecuredJWT({ ...claims }).encode();
    await expect(tokensAt().verify('unsubscribe', token)).rejects.toMatchObject(invalid);
  });

  test.each([
    ['with a key of its own under our key id', forge({ alg: 'HS256', kid: 'a' }, claims, 9)],
    ['with a key id that we do not have', forge({ alg: 'HS256', kid: 'zzz' })],
    ['with a key id that every object has', forge({ alg: 'HS256', kid: '__proto__' })],
    ['without a key id', forge({ alg: 'HS256' })],
    ['with another algorithm', forge({ alg: 'HS512', kid: 'a' })],
    ['with our key but no learner', forge({ alg: 'HS256', kid: 'a' }, { aud: 'unsubscribe', iat: 1 })],
    ['with our key but no purpose', forge({ alg: 'HS256', kid: 'a' }, { sub: 'shopify-1', iat: 1 })],
  ])('%s is not valid', async (_, token) => {
    await expect(tokensAt().verify('unsubscribe', await token)).rejects.toMatchObject(invalid);
  });

  test('with our key, for signing in, but without an end is not valid', async () => {
    const token = await forge({ alg: 'HS256', kid: 'a' }, { ...claims, aud: 'sign-in' });
    await expect(tokensAt().verify('sign-in', token)).rejects.toMatchObject(invalid);
  });

  test.each([undefined, null, '1', -1, 1.5])(
    'with our key, as a way back from no instant (%j), is not valid',
    async (at) => {
      const token = await forge(
        { alg: 'HS256', kid: 'a' },
        { sub: 'shopify-1', aud: 'undo-unsubscribe', iat: 1, exp: 9_999_999_999, unsubscribedAt: at },
      );
      await expect(tokensAt().verifyUndo(token)).rejects.toMatchObject(invalid);
    },
  );

  test('longer than 2,000 characters is not valid even where it is well signed', async () => {
    const token = await forge({ alg: 'HS256', kid: 'a' }, { ...claims, padding: 'x'.repeat(2000) });
    await expect(tokensAt().verify('unsubscribe', token)).rejects.toMatchObject(invalid);
  });
});
