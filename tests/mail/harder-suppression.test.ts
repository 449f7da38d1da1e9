import fc from 'fast-check';
import { expect, test } from 'vitest';
import { harderSuppression } from '../../functions/mail/harder-suppression.ts';
import type { Suppression } from '../../functions/mail/suppression.ts';

const early = new Date('2026-11-01T00:00:00Z');
const late = new Date('2026-11-20T00:00:00Z');
const reasons = ['UNSUBSCRIBED', 'BOUNCE', 'COMPLAINT'] as const;

test('a complaint beats a bounce, a bounce a wish, whichever came first', () => {
  for (const [weaker, harder] of [
    ['UNSUBSCRIBED', 'BOUNCE'],
    ['UNSUBSCRIBED', 'COMPLAINT'],
    ['BOUNCE', 'COMPLAINT'],
  ] as const) {
    for (const [since, other] of [
      [early, late],
      [late, early],
    ] as const) {
      const stands = { reason: harder, since };
      expect(harderSuppression({ reason: weaker, since: other }, stands)).toEqual(stands);
      expect(harderSuppression(stands, { reason: weaker, since: other })).toEqual(stands);
    }
  }
});

test('of two alike the earlier stands, and the known one where they are the same', () => {
  expect(harderSuppression({ reason: 'BOUNCE', since: late }, { reason: 'BOUNCE', since: early }).since).toBe(early);
  const known = { reason: 'BOUNCE', since: early } as const;
  expect(harderSuppression(known, { reason: 'BOUNCE', since: early })).toBe(known);
});

test('the order and the number of times do not matter', () => {
  const suppression = fc.record({
    reason: fc.constantFrom(...reasons),
    since: fc.constantFrom(early, late, new Date('2026-11-10T00:00:00Z')),
  });
  const all = (list: Suppression[]) =>
    list.reduce<Suppression | null>((known, next) => harderSuppression(known, next), null);
  fc.assert(
    fc.property(fc.array(suppression, { minLength: 1, maxLength: 6 }), (list) => {
      expect(all(list.toReversed())).toEqual(all(list));
      expect(all([...list, ...list])).toEqual(all(list));
    }),
  );
});
