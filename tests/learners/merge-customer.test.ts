// What the shop says of a customer becomes the learner's customer part.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consentSchema } from '../../functions/learners/learner.ts';
import { mergeCustomer } from '../../functions/learners/merge-customer.ts';
import type { ShopCustomer } from '../../functions/shopify/shop.ts';
import { aLearner } from '../kit/a-learner.ts';

const ada: ShopCustomer = {
  number: '1001',
  firstName: 'Ada',
  lastName: 'Lovelace',
  address: 'Ada@Example.com',
  consent: 'SUBSCRIBED',
  consentAt: new Date('2026-01-05T10:00:00Z'),
};

const shopCustomers: fc.Arbitrary<ShopCustomer> = fc.record({
  number: fc.constant('1001'),
  firstName: fc.option(fc.string({ unit: 'binary', maxLength: 200 })),
  lastName: fc.option(fc.string({ unit: 'grapheme', maxLength: 200 })),
  address: fc.option(fc.emailAddress()),
  consent: fc.constantFrom(...consentSchema.options),
  consentAt: fc.option(fc.date({ noInvalidDate: true })),
});
const evidences = fc.constantFrom('SEGMENT' as const, 'ORDERS' as const, 'ABSENT' as const);

describe('mergeCustomer', () => {
  it('makes a new learner’s part with the address as the shop holds it and a lower-cased key', () => {
    expect(mergeCustomer(null, ada, 'SEGMENT')).toEqual({
      firstName: 'Ada',
      lastName: 'Lovelace',
      address: 'Ada@Example.com',
      addressKey: 'ada@example.com',
      consent: 'SUBSCRIBED',
      consentAt: new Date('2026-01-05T10:00:00Z'),
      entitled: true,
      evidence: 'SEGMENT',
      sharesAddress: false,
    });
  });

  it('gives null for the same customer merged a second time, with dates compared by value', () => {
    fc.assert(
      fc.property(shopCustomers, evidences, (customer, evidence) => {
        const merged = mergeCustomer(null, customer, evidence);
        expect(merged).not.toBeNull();
        const known = { ...aLearner(), customer: structuredClone(merged) ?? aLearner().customer };
        expect(mergeCustomer(known, structuredClone(customer), evidence)).toBeNull();
      }),
    );
  });

  it.each([
    { consent: 'UNSUBSCRIBED' as const },
    { consentAt: new Date('2026-01-05T10:00:01Z') },
    { address: 'ada@example.com' },
    { address: null },
    { firstName: null },
    { lastName: 'King' },
  ])('notices a change of $0', (change) => {
    const known = aLearner({ customer: { address: 'Ada@Example.com' } });
    expect(mergeCustomer(known, ada, 'SEGMENT')).toBeNull();
    expect(mergeCustomer(known, { ...ada, ...change }, 'SEGMENT')).toMatchObject(change);
  });

  it('entitles by the segment and by orders, and ends it for who is absent from both', () => {
    expect(mergeCustomer(null, ada, 'SEGMENT')?.entitled).toBe(true);
    expect(mergeCustomer(null, ada, 'ORDERS')?.entitled).toBe(true);
    expect(mergeCustomer(aLearner(), ada, 'ABSENT')).toMatchObject({ entitled: false, evidence: 'ABSENT' });
  });

  it('leaves whether the address is shared as it was', () => {
    const known = aLearner({ customer: { sharesAddress: true } });
    expect(mergeCustomer(known, ada, 'SEGMENT')?.sharesAddress).toBe(true);
  });

  it('keeps names on one line of at most 80 units, without control characters, and never blank', () => {
    fc.assert(
      fc.property(shopCustomers, (customer) => {
        const merged = mergeCustomer(null, customer, 'SEGMENT');
        for (const name of [merged?.firstName ?? null, merged?.lastName ?? null]) {
          if (name === null) continue;
          expect(name).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,80}$/u);
          expect(name.trim()).toBe(name);
          expect(name.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('turns a line break in a name into a space, and a name of nothing but space into null', () => {
    const merged = mergeCustomer(null, { ...ada, firstName: ' Ada\r\nBcc: x ', lastName: ' \t\u0000 ' }, 'SEGMENT');
    expect(merged).toMatchObject({ firstName: 'Ada Bcc: x', lastName: null });
  });

  it('cuts a long name between two emoji, not through one', () => {
    const family = '👩‍👩‍👧‍👦';
    const merged = mergeCustomer(null, { ...ada, firstName: family.repeat(10) }, 'SEGMENT');
    expect(merged?.firstName).toBe(family.repeat(Math.floor(80 / family.length)));
  });

  it('mends half a character in a name, which Firestore would store as another and so seem changed every week', () => {
    expect(mergeCustomer(null, { ...ada, firstName: 'Ada \ud83e' }, 'SEGMENT')?.firstName).toBe('Ada \ufffd');
  });

  it('keeps a blank address as none', () => {
    expect(mergeCustomer(null, { ...ada, address: ' ' }, 'SEGMENT')).toMatchObject({ address: null, addressKey: null });
  });
});
