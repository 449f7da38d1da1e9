// Of several learners with one address, one is mailed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consentSchema, type Learner } from '../../functions/learners/learner.ts';
import { shareAddresses } from '../../functions/learners/share-addresses.ts';
import { aLearner } from '../kit/a-learner.ts';

const sharer = (number: number, customer: Partial<Learner['customer']> = {}) =>
  aLearner({ id: `shopify-${number}`, customer: { address: 'ada@example.com', ...customer } });

const groups = fc
  .uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 2000 }),
      entitled: fc.boolean(),
      consent: fc.constantFrom(...consentSchema.options),
    }),
    { selector: ({ number }) => number, minLength: 1, maxLength: 8 },
  )
  .map((people) => people.map(({ number, ...customer }) => sharer(number, customer)));

describe('shareAddresses', () => {
  it('gives an address to exactly one, whatever the order of the group', () => {
    fc.assert(
      fc.property(groups, (group) => {
        const shares = shareAddresses(group);
        expect([...shares.values()].filter((each) => !each)).toHaveLength(1);
        expect(new Map([...shareAddresses(group.toReversed())].toSorted())).toEqual(new Map([...shares].toSorted()));
      }),
    );
  });

  it('never gives it to one who cannot be mailed while another of the group can', () => {
    fc.assert(
      fc.property(groups, (group) => {
        const mailable = group.filter(({ customer }) => customer.entitled && customer.consent === 'SUBSCRIBED');
        fc.pre(mailable.length > 0);
        const shares = shareAddresses(group);
        expect(mailable.filter(({ id }) => shares.get(id) === false)).toHaveLength(1);
      }),
    );
  });

  it('prefers the lowest customer number, compared as a number', () => {
    const group = [sharer(1001), sharer(10), sharer(9)];
    expect(Object.fromEntries(shareAddresses(group))).toEqual({
      'shopify-1001': true,
      'shopify-10': true,
      'shopify-9': false,
    });
  });

  it('prefers one who is entitled and consents to an earlier customer who is not or does not', () => {
    const group = [sharer(1, { entitled: false }), sharer(2, { consent: 'PENDING' }), sharer(3), sharer(4)];
    expect([...shareAddresses(group).values()]).toEqual([true, true, false, true]);
  });

  it('prefers the lowest number where nobody can be mailed', () => {
    const group = [sharer(2, { entitled: false }), sharer(1, { consent: 'UNSUBSCRIBED' })];
    expect([...shareAddresses(group).values()]).toEqual([true, false]);
  });

  it('compares addresses without regard to case, and nobody shares an address they do not have', () => {
    const group = [
      sharer(1),
      sharer(2, { address: 'ADA@example.com', addressKey: 'ada@example.com' }),
      aLearner({ id: 'shopify-3' }),
      aLearner({ id: 'shopify-4', customer: { address: null } }),
      aLearner({ id: 'shopify-5', customer: { address: null } }),
    ];
    expect([...shareAddresses(group).values()]).toEqual([false, true, false, false, false]);
  });
});
