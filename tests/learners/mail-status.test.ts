import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consentSchema } from '../../functions/learners/learner.ts';
import { mailPreference } from '../../functions/learners/mail-preference.ts';
import { mailStatus } from '../../functions/learners/mail-status.ts';
import { aLearner } from '../kit/a-learner.ts';

const now = new Date('2026-11-25T10:00:00Z');
const before = new Date('2026-11-01T00:00:00Z');
const after = new Date('2026-12-01T00:00:00Z');

const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
const learner = fc
  .record({
    entitled: fc.boolean(),
    address: fc.constantFrom('ada@example.com', null),
    consent: fc.constantFrom(...consentSchema.options),
    consentAt: fc.option(instant, { nil: null }),
    pausedUntil: fc.option(instant, { nil: null }),
    unsubscribedAt: fc.option(instant, { nil: null }),
    suppressed: fc.option(fc.record({ reason: fc.constantFrom('BOUNCE', 'COMPLAINT'), since: instant }), { nil: null }),
  })
  .map(({ pausedUntil, unsubscribedAt, suppressed, ...customer }) =>
    aLearner({ customer, mail: { pausedUntil, unsubscribedAt, suppressed } }),
  );

describe('mail status', () => {
  test('only who is entitled, has an address, consents, is not suppressed, did not unsubscribe and does not pause is subscribed', () => {
    fc.assert(
      fc.property(learner, instant, (anyone, at) => {
        const { customer, mail } = anyone;
        const renewed =
          mail.unsubscribedAt !== null && customer.consentAt !== null && customer.consentAt > mail.unsubscribedAt;
        const mailable =
          customer.entitled &&
          customer.address !== null &&
          customer.consent === 'SUBSCRIBED' &&
          mail.suppressed === null &&
          (mail.unsubscribedAt === null || renewed) &&
          (mail.pausedUntil === null || mail.pausedUntil <= at);
        expect(mailStatus(anyone, at) === 'SUBSCRIBED').toBe(mailable);
      }),
    );
  });

  test('a weightier obstacle hides the lighter ones, however many there are', () => {
    const order = ['NOT_ENTITLED', 'SUPPRESSED', 'NO_CONSENT', 'UNSUBSCRIBED', 'PAUSED', 'SUBSCRIBED'];
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (obstacles) => {
        const [lapsed, bounced, unwilling, unsubscribed, paused] = obstacles;
        const someone = aLearner({
          customer: { entitled: !lapsed, consent: unwilling ? 'PENDING' : 'SUBSCRIBED', consentAt: before },
          mail: {
            suppressed: bounced ? { reason: 'BOUNCE', since: before } : null,
            unsubscribedAt: unsubscribed ? new Date('2026-11-10T00:00:00Z') : null,
            pausedUntil: paused ? after : null,
          },
        });
        const first = obstacles.indexOf(true);
        expect(mailStatus(someone, now)).toBe(order[first === -1 ? 5 : first]);
      }),
    );
  });

  test.each(consentSchema.options.filter((consent) => consent !== 'SUBSCRIBED'))('%s is no consent', (consent) => {
    expect(mailStatus(aLearner({ customer: { consent } }), now)).toBe('NO_CONSENT');
  });

  test('without an address there is no consent', () => {
    expect(mailStatus(aLearner({ customer: { address: null } }), now)).toBe('NO_CONSENT');
  });

  test('consent given after the unsubscribe lifts it; consent of the same instant or before does not', () => {
    const unsubscribedAt = new Date('2026-11-10T00:00:00Z');
    const status = (consentAt: Date | null) =>
      mailStatus(aLearner({ customer: { consentAt }, mail: { unsubscribedAt } }), now);
    expect(status(new Date('2026-11-10T00:00:00.001Z'))).toBe('SUBSCRIBED');
    expect(status(unsubscribedAt)).toBe('UNSUBSCRIBED');
    expect(status(before)).toBe('UNSUBSCRIBED');
    expect(status(null)).toBe('UNSUBSCRIBED');
  });

  test('a pause holds until its instant and not at it', () => {
    const status = (pausedUntil: Date) => mailStatus(aLearner({ mail: { pausedUntil } }), now);
    expect(status(new Date(now.getTime() + 1))).toBe('PAUSED');
    expect(status(now)).toBe('SUBSCRIBED');
  });
});

describe('mail preference', () => {
  test('shows the end of a pause that is to come, also where something weightier forbids mail, and no other', () => {
    const paused = aLearner({ mail: { pausedUntil: after }, customer: { consent: 'PENDING' } });
    expect(mailPreference(paused, now)).toEqual({ status: 'NO_CONSENT', pausedUntil: after });
    const over = aLearner({ mail: { pausedUntil: before } });
    expect(mailPreference(over, now)).toEqual({ status: 'SUBSCRIBED', pausedUntil: null });
  });
});
