// Services for the mail room's use cases, over learners and suppressions in memory.
import type { Learner } from '../../functions/learners/learner.ts';
import type { WishChange, Wishes } from '../../functions/learners/wish-store.ts';
import { linkTokens } from '../../functions/mail/link-token.ts';
import type { Suppression } from '../../functions/mail/suppression.ts';
import type { Services } from '../../functions/services.ts';
import type { Stores } from '../../functions/stores.ts';
import { type FakeClock, fakeClock } from '../kit/fake-clock.ts';
import { type FakeMailer, fakeMailer } from '../kit/fake-mailer.ts';
import { testConfig } from '../kit/test-config.ts';

export type MailServices = Services & {
  clock: FakeClock;
  sesMailer: FakeMailer;
  learners: Map<string, Learner>;
  /** By address key. */
  suppressed: Map<string, Suppression>;
  /** How often something was written. */
  writes: number;
};

/** What no test of the mail room uses throws. */
export function mailServices(learners: Learner[] = []): MailServices {
  const clock = fakeClock('2026-11-23T08:00:00Z');
  const config = testConfig({ publicUrl: 'https://challenge.example.com' });
  const mailer = fakeMailer();
  const unused = async () => {
    throw new Error('No test of the mail room uses this.');
  };
  const services: MailServices = {
    clock,
    config,
    sesMailer: mailer,
    learners: new Map(learners.map((learner) => [learner.id, learner])),
    suppressed: new Map(),
    writes: 0,
    mailer: async () => mailer,
    linkTokens: async () => linkTokens({ keys: config.linkKeys, clock }),
    stores: async () => storesOf(services),
    queue: unused,
    shop: unused,
    identity: unused,
  };
  return services;
}

function storesOf(services: MailServices): Stores {
  const stores = {
    learners: {
      change: async (id: string, decide: (learner: Learner) => Partial<Learner> | null) => {
        const learner = services.learners.get(id);
        if (learner === undefined) return null;
        const parts = decide(learner);
        if (parts === null) return learner;
        services.learners.set(id, { ...learner, ...parts });
        services.writes += 1;
        return { ...learner, ...parts };
      },
      withAddresses: async (keys: string[]) =>
        [...services.learners.values()].filter(({ customer }) => keys.includes(customer.addressKey ?? '')),
    },
    suppressions: {
      getAll: async (keys: string[]) => new Map([...services.suppressed].filter(([key]) => keys.includes(key))),
    },
    wishes: {
      change: async (id: string, decide: (wishes: Wishes) => WishChange) => {
        const learner = services.learners.get(id);
        if (learner === undefined) return null;
        const key = learner.customer.addressKey ?? '';
        apply(services, key, decide({ learners: [learner], suppression: services.suppressed.get(key) ?? null }));
        return services.learners.get(id) ?? null;
      },
    },
  };
  return stores as unknown as Stores;
}

function apply(services: MailServices, key: string, change: WishChange): void {
  for (const { id, mail } of change.learners) {
    const learner = services.learners.get(id);
    if (learner !== undefined) services.learners.set(id, { ...learner, mail: { ...learner.mail, ...mail } });
    services.writes += 1;
  }
  if (change.suppression === 'keep') return;
  services.writes += 1;
  if (change.suppression === 'remove') services.suppressed.delete(key);
  else services.suppressed.set(key, change.suppression);
}
