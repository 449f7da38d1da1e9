// The customers of the stand-in shop whom a careless sync, plan or mail would get wrong.
import type { FixtureCustomer } from './fixture-customer.ts';
import type { OrderTraits } from './fixture-order.ts';

/** What differs from a plain customer; `orders` without numbers, one paid order of product 1001 when absent. */
export type FixtureOddity = Partial<Omit<FixtureCustomer, 'number' | 'orders' | 'oddity'>> & {
  orders?: Omit<OrderTraits, 'number'>[];
};

const longLocalPart = 'sixty-four.characters.is.the.longest.local.part.that.rfc5321.has';

/** Keyed by why they are here. Their order is their number: only append. */
export const fixtureOddities: Readonly<Record<string, FixtureOddity>> = {
  'no e-mail': { firstName: 'Nils', lastName: 'Postlos', email: null, consent: 'NOT_SUBSCRIBED' },
  'consent pending': { firstName: 'Petra', lastName: 'Wartmann', email: 'petra@example.org', consent: 'PENDING' },
  unsubscribed: { firstName: 'Uwe', lastName: 'Abmeld', email: 'uwe@example.org', consent: 'UNSUBSCRIBED' },
  'never subscribed': {
    firstName: 'Nora',
    lastName: 'Neverasked',
    email: 'nora@example.org',
    consent: 'NOT_SUBSCRIBED',
    consentUpdatedAt: null,
  },
  'consent invalid': { firstName: 'Ivan', lastName: 'Invalidov', email: 'ivan@example.org', consent: 'INVALID' },
  'upper-case address': { firstName: 'Carla', lastName: 'Grossmann', email: 'CARLA.GROSSMANN@EXAMPLE.ORG' },
  'one address, first': { firstName: 'Sam', lastName: 'Household', email: 'household@example.org' },
  'one address, second': { firstName: 'Sasha', lastName: 'Household', email: 'household@example.org' },
  'one address in two cases, first': { firstName: 'Toni', lastName: 'Twocase', email: 'Toni.Twocase@example.org' },
  'one address in two cases, second': { firstName: 'Anton', lastName: 'Twocase', email: 'toni.twocase@Example.org' },
  'emoji name': { firstName: '🦊 Fenna', lastName: 'de Vos 👩‍👩‍👧', email: 'fenna@example.org' },
  'Arabic name': { firstName: 'ليلى', lastName: 'النهري', email: 'layla@example.org', locale: 'ar' },
  'Hebrew name': { firstName: 'נועם', lastName: 'בן־גפן', email: 'noam@example.org', locale: 'he' },
  'name with quotes': { firstName: 'Jo "Quote', lastName: "O'Backslash\\", email: 'quote@example.org' },
  'name with HTML': { firstName: '<b>Bo</b>', lastName: '<img src=x onerror=alert(1)>', email: 'html@example.org' },
  'name with CRLF': { firstName: 'Cory\r\nBcc: victim@example.org', lastName: 'Line\nFeed', email: 'crlf@example.org' },
  'no name': { firstName: null, lastName: null, email: 'nameless@example.org' },
  '64-character local part': { firstName: 'Lotte', lastName: 'Lang', email: `${longLocalPart}@example.org` },
  'address that SES refuses': { firstName: 'Rufus', lastName: 'Refused', email: 'refused@example.com' },
  'bought nothing': { firstName: 'Bea', lastName: 'Browser', email: 'browser@example.org', orders: [] },
  'bought another product': {
    firstName: 'Otto',
    lastName: 'Otherwise',
    email: 'other@example.org',
    orders: [{ productNumber: 1002 }],
  },
  'only order refunded': {
    firstName: 'Rita',
    lastName: 'Refunder',
    email: 'refunded@example.org',
    orders: [{ financialStatus: 'REFUNDED', currentQuantity: 0 }],
  },
  'only order cancelled': {
    firstName: 'Kai',
    lastName: 'Canceller',
    email: 'cancelled@example.org',
    orders: [{ cancelledAt: '2026-09-02T10:00:00Z' }],
  },
  'only a test order': { firstName: 'Tess', lastName: 'Tester', email: 'tess@example.org', orders: [{ test: true }] },
  'bought twice': {
    firstName: 'Zoe',
    lastName: 'Zweimal',
    email: 'twice@example.org',
    orders: [{}, { processedAt: '2026-10-05T12:00:00Z' }],
  },
  'refunded once, bought again': {
    firstName: 'Abe',
    lastName: 'Again',
    email: 'again@example.org',
    orders: [
      { financialStatus: 'REFUNDED', currentQuantity: 0 },
      { processedAt: '2026-10-05T12:00:00Z', financialStatus: 'PARTIALLY_REFUNDED', quantity: 2, currentQuantity: 1 },
    ],
  },
};
