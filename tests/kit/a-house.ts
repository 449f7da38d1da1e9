// The whole weekly run over the real Firestore emulator, with doubles for the outside world and a clock of its own.
import { randomUUID } from 'node:crypto';
import type { Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { Config } from '../../functions/config.ts';
import type { Learner } from '../../functions/learners/learner.ts';
import { linkTokens } from '../../functions/mail/link-token.ts';
import type { OutgoingMail } from '../../functions/mail/mailer.ts';
import { meteredMailer } from '../../functions/mail/metered-mailer.ts';
import { messages } from '../../functions/messages.ts';
import { meteredFirestore } from '../../functions/metered-firestore.ts';
import { meteredQueue } from '../../functions/metered-queue.ts';
import { sendMails } from '../../functions/sending/send-mails.ts';
import type { Services } from '../../functions/services.ts';
import { stores as openStores, type Stores } from '../../functions/stores.ts';
import { meteredStep } from '../../functions/weekly-run/metered-step.ts';
import { planRun } from '../../functions/weekly-run/plan-run.ts';
import { syncCustomers } from '../../functions/weekly-run/sync-customers.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { type FakeMailer, fakeMailer } from './fake-mailer.ts';
import { type FakeQueue, fakeQueue, type Published } from './fake-queue.ts';
import { type FakeShop, fakeShop } from './fake-shop.ts';
import { type Effects, killableFirestore } from './killable-firestore.ts';
import { testConfig } from './test-config.ts';

export type House = {
  services: Services;
  stores: Stores;
  db: Firestore;
  clock: FakeClock;
  mailer: FakeMailer;
  shop: FakeShop;
  queue: FakeQueue;
  /** Delivers one message as its subscriber would. */
  deliver(message: Published): Promise<object>;
  /** Delivers what waits, and what that publishes, until nothing waits. */
  deliverAll(): Promise<void>;
  /** Another instance over the same database, clock and outside world, whose requests pass through `effects`. */
  instance(effects: Effects): House;
  /** What the server does after a minute with the transactions of an instance that died or froze. */
  expireTransactions(): Promise<void>;
  /** What Firestore bills for this instance so far. */
  billed: { reads: number; writes: number };
  saveLearners(...learners: Learner[]): Promise<void>;
};

/** Monday 2026-11-23, 09:00 in Berlin: the start of 2026-W48. */
const mondayMorning = '2026-11-23T08:00:00Z';

const untouched: Effects = { before: async () => 0, after: async () => undefined };

type Outside = { projectId: string; clock: FakeClock; mailer: FakeMailer; shop: FakeShop; queue: FakeQueue };
type HouseOptions = {
  batchSize?: number;
  config?: Partial<Config>;
  start?: string;
  /** In the place of doubles. */
  services?: Partial<Services>;
};

/** A house with an empty database of its own. */
export function aHouse(options: HouseOptions = {}): House {
  const outside: Outside = {
    projectId: `demo-${randomUUID().slice(0, 18)}`,
    clock: fakeClock(options.start ?? mondayMorning),
    mailer: fakeMailer(),
    shop: fakeShop(),
    queue: fakeQueue(),
  };
  return openHouse(outside, options, untouched);
}

function openHouse(outside: Outside, options: HouseOptions, effects: Effects): House {
  const { db: killable, expireTransactions, billed } = killableFirestore(outside.projectId, effects);
  const db = meteredFirestore(killable);
  const config = testConfig(options.config);
  const stores = openStores(db, () => config.addressHashKey);
  const around =
    <Args extends unknown[], Result>(name: string, call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      const effect = await effects.before(name);
      const result = await call(...args);
      await effects.after(effect);
      return result;
    };
  const { clock, mailer, shop, queue } = outside;
  const services: Services = {
    clock,
    config,
    stores: async () => stores,
    queue: async () => meteredQueue({ publish: around('publish', queue.publish) as FakeQueue['publish'] }),
    mailer: async () =>
      meteredMailer({
        send: around('send', (mail: OutgoingMail) => mailer.send(mail)),
        quota: around('quota', () => mailer.quota()),
      }),
    shop: async () => ({ buyers: around('buyers', shop.buyers), customer: around('customer', shop.customer) }),
    linkTokens: async () => linkTokens({ keys: config.linkKeys, clock }),
    identity: async () => {
      throw new Error('The weekly run asks nobody who they are.');
    },
    ...options.services,
  };
  const house: House = {
    services,
    stores,
    db,
    clock,
    mailer,
    shop,
    queue,
    deliver: (message) => deliver(services, message, options.batchSize),
    async deliverAll() {
      for (let next = queue.waiting.shift(); next !== undefined; next = queue.waiting.shift())
        await house.deliver(next);
    },
    instance: (other) => openHouse(outside, options, other),
    expireTransactions,
    billed,
    async saveLearners(...learners) {
      for (const learner of learners) await db.collection('learners').doc(learner.id).set(learner);
    },
  };
  return house;
}

async function deliver(services: Services, { topic, data }: Published, batchSize?: number): Promise<object> {
  const { week } = z.object({ week: z.string() }).parse(data);
  return meteredStep(services, week, () => step(services, { topic, data }, batchSize));
}

async function step(services: Services, { topic, data }: Published, batchSize?: number): Promise<object> {
  const deadline = new Date(services.clock.now().getTime() + 480_000);
  const { syncCustomers: sync, planRun: plan, sendMails: send } = messages;
  if (topic === sync.topic) return syncCustomers(services, sync.schema.parse(data));
  if (topic === plan.topic)
    return planRun(services, { ...plan.schema.parse(data), deadline, ...(batchSize && { batchSize }) });
  if (topic === send.topic) return sendMails(services, { ...send.schema.parse(data), deadline });
  throw new Error(`Nobody subscribes to ${topic}.`);
}
