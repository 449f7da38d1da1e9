// What an unsubscribe, its undoing and a resume guarantee, over any store: the one in memory, and Firestore.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Learner } from '../../functions/learners/learner.ts';
import { mailStatus } from '../../functions/learners/mail-status.ts';
import { resumeMail } from '../../functions/learners/resume-mail.ts';
import { undoUnsubscribe } from '../../functions/learners/undo-unsubscribe.ts';
import { unsubscribe } from '../../functions/learners/unsubscribe.ts';
import type { Suppression } from '../../functions/mail/suppression.ts';
import type { Services } from '../../functions/services.ts';
import { aLearner } from '../kit/a-learner.ts';

export type WishWorld = {
  services: Services;
  save(learner: Learner): Promise<void>;
  suppress(addressKey: string, suppression: Suppression): Promise<void>;
  /** All learners and suppressions as they lie, with what tells whether they were written again. */
  all(): Promise<{ learners: Record<string, Learner>; suppressions: Suppression[]; versions: unknown }>;
  advance(milliseconds: number): void;
};

const address = 'ada@example.com';
const [a, b, c] = ['shopify-1001', 'shopify-1002', 'shopify-1003'] as const;

/** Undoes the unsubscribe of this instant: in these tests none came between. */
const undo = (services: Services, id: string) => undoUnsubscribe(services, id, services.clock.now());

export function describeWishes(name: string, open: () => WishWorld): void {
  describe(`wishes about the mail, ${name}`, () => {
    let world: WishWorld;

    beforeEach(async () => {
      world = open();
      await world.save(aLearner({ id: a, customer: { address } }));
      await world.save(aLearner({ id: b, customer: { address: 'Ada@Example.com', sharesAddress: true } }));
      await world.save(aLearner({ id: c }));
    });

    test('unsubscribing holds for everyone with the address, for the address, and for nobody else', async () => {
      const now = world.services.clock.now();
      const { learner, began } = await unsubscribe(world.services, b);
      expect(began).toEqual(now);
      expect(mailStatus(learner, now)).toBe('UNSUBSCRIBED');
      const { learners, suppressions } = await world.all();
      expect(learners[b]).toEqual(learner);
      expect(learners[a]?.mail.unsubscribedAt).toEqual(now);
      expect(learners[c]).toEqual(aLearner({ id: c }));
      expect(suppressions).toEqual([{ reason: 'UNSUBSCRIBED', since: now }]);
    });

    test('unsubscribing again, by whoever has the address, writes nothing', async () => {
      await unsubscribe(world.services, a);
      const once = await world.all();
      world.advance(60_000);
      expect((await unsubscribe(world.services, a)).began).toBeNull();
      expect((await unsubscribe(world.services, b)).began).toBeNull();
      expect(await world.all()).toEqual(once);
    });

    test.each(['BOUNCE', 'COMPLAINT'] as const)(
      'a %s is neither weakened by an unsubscribe nor lifted by its undoing',
      async (reason) => {
        const harder = { reason, since: new Date('2026-10-01T00:00:00Z') };
        await world.suppress(address, harder);
        const bounced = aLearner({ id: a, customer: { address }, mail: { suppressed: harder } });
        await world.save(bounced);
        await unsubscribe(world.services, a);
        expect((await world.all()).suppressions).toEqual([harder]);
        for (const back of [undo, resumeMail]) {
          await back(world.services, a);
          const { learners, suppressions } = await world.all();
          expect(suppressions).toEqual([harder]);
          expect(learners[a]).toEqual(bounced);
        }
      },
    );

    test('consent that was renewed does not outlive another unsubscribe', async () => {
      await unsubscribe(world.services, a);
      world.advance(60_000);
      const { mail } = (await world.all()).learners[a] ?? aLearner();
      await world.save(aLearner({ id: a, mail, customer: { address, consentAt: world.services.clock.now() } }));
      world.advance(60_000);
      const now = world.services.clock.now();
      expect(mailStatus((await unsubscribe(world.services, a)).learner, now)).toBe('UNSUBSCRIBED');
      expect((await world.all()).suppressions).toEqual([{ reason: 'UNSUBSCRIBED', since: now }]);
    });

    test.each([
      ['undoing', undo],
      ['resuming', resumeMail],
    ])(
      '%s takes an unsubscribe back for everyone with the address, and a second time writes nothing',
      async (_name, back) => {
        await unsubscribe(world.services, a);
        const learner = await back(world.services, b);
        expect(learner.mail.unsubscribedAt).toBeNull();
        const once = await world.all();
        expect(once.learners[a]?.mail.unsubscribedAt).toBeNull();
        expect(once.suppressions).toEqual([]);
        await back(world.services, b);
        expect(await world.all()).toEqual(once);
      },
    );

    test('undoing takes back the unsubscribe of its instant, and leaves a later one as it is', async () => {
      const first = world.services.clock.now();
      await unsubscribe(world.services, a);
      await resumeMail(world.services, a);
      world.advance(60_000);
      await unsubscribe(world.services, a);
      const later = await world.all();
      expect((await undoUnsubscribe(world.services, a, first)).mail.unsubscribedAt).not.toEqual(first);
      expect(await world.all()).toEqual(later);
      expect(later.learners[b]?.mail.unsubscribedAt).not.toBeNull();
    });

    test('undoing keeps the address suppressed where somebody else who has it unsubscribed later', async () => {
      const first = world.services.clock.now();
      await unsubscribe(world.services, a);
      world.advance(60_000);
      await world.save(aLearner({ id: b, customer: { address } }));
      expect((await unsubscribe(world.services, b)).began).not.toBeNull();
      await undoUnsubscribe(world.services, a, first);
      const { learners, suppressions } = await world.all();
      expect([learners[a], learners[b]].map((each) => each?.mail.unsubscribedAt === null)).toEqual([true, false]);
      expect(suppressions).toEqual([{ reason: 'UNSUBSCRIBED', since: world.services.clock.now() }]);
    });

    test('resuming ends the learner’s own pause, undoing an unsubscribe keeps it', async () => {
      const pausedUntil = new Date('2026-12-20T23:00:00Z');
      for (const id of [a, b]) await world.save(aLearner({ id, customer: { address }, mail: { pausedUntil } }));
      expect((await undo(world.services, a)).mail.pausedUntil).toEqual(pausedUntil);
      expect((await resumeMail(world.services, a)).mail.pausedUntil).toBeNull();
      const once = await world.all();
      expect([once.learners[a], once.learners[b]].map((each) => each?.mail.pausedUntil)).toEqual([null, pausedUntil]);
      await resumeMail(world.services, a);
      expect(await world.all()).toEqual(once);
    });

    test('without an address the wish stands on the learner alone', async () => {
      await world.save(aLearner({ id: a, customer: { address: null } }));
      expect((await unsubscribe(world.services, a)).learner.mail.unsubscribedAt).toEqual(world.services.clock.now());
      expect((await world.all()).suppressions).toEqual([]);
      expect((await resumeMail(world.services, a)).mail.unsubscribedAt).toBeNull();
    });

    test.each([unsubscribe, undo, resumeMail])('%o refuses a learner who is gone', async (wish) => {
      const before = await world.all();
      await expect(wish(world.services, 'shopify-9')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await world.all()).toEqual(before);
    });
  });
}
