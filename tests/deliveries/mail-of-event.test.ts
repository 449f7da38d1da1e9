import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailOfEvent } from '../../functions/deliveries/mail-of-event.ts';

test('an assignment’s id names the week and the learner', () => {
  expect(mailOfEvent('2026-W53_shopify-1001')).toEqual({ week: '2026-W53', learnerId: 'shopify-1001' });
});

test.each([
  null,
  '',
  'shopify-1001',
  '2026-W48',
  '2027-W53_shopify-1001',
  '2026-W00_shopify-1001',
  '2026-W48_shopify-',
  '2026-W48_shopify-1001_1',
  '2026-W48_shopify-1001/../..',
  '2026-W48_woo-1001',
  ' 2026-W48_shopify-1001',
  '2026-W48_shopify-1001\n',
  `2026-W48_shopify-${'1'.repeat(21)}`,
])('%j is no assignment of ours', (id) => {
  expect(mailOfEvent(id)).toBeNull();
});

test('no other text is taken for an assignment', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(mailOfEvent(text)).toBeNull();
    }),
  );
});
