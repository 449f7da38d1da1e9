// A process that does one piece of the weekly run's work after the other, until it is told to kill itself in one.
import { appendFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { recordEvent } from '../../functions/deliveries/record-event.ts';
import { linkTokens } from '../../functions/mail/link-token.ts';
import { sesMailer } from '../../functions/mail/ses-mailer.ts';
import { messages } from '../../functions/messages.ts';
import { sendMails } from '../../functions/sending/send-mails.ts';
import type { Services } from '../../functions/services.ts';
import type { SesEvent } from '../../functions/ses-events/ses-event.ts';
import { stores } from '../../functions/stores.ts';
import { planRun } from '../../functions/weekly-run/plan-run.ts';
import { sweep } from '../../functions/weekly-run/sweep.ts';
import { syncCustomers } from '../../functions/weekly-run/sync-customers.ts';
import type { Published } from '../kit/fake-queue.ts';
import { type FakeShopCustomer, fakeShop } from '../kit/fake-shop.ts';
import { type Fate, fate } from '../kit/fate.ts';
import { killableFirestore } from '../kit/killable-firestore.ts';
import { testConfig } from '../kit/test-config.ts';
import { withEffects } from '../kit/with-effects.ts';

export type Job = {
  projectId: string;
  sesEndpoint: string;
  /** What is published is a line of JSON there. */
  queueFile: string;
  /** Milliseconds since 1970; goes on as real time does. */
  time: number;
  customers: FakeShopCustomer[];
  work: { message: Published } | { event: SesEvent } | 'sweep';
  kill: { at: number; moment: 'before' | 'after' } | null;
};

/** `effects` names the outside effects of the job; `error` is null where it went well. */
export type JobEnd = { effects: string[]; error: string | null };

const forever = new Promise<never>(() => undefined);

process.on('message', (job: Job) => void work(job).then((end) => process.send?.(end)));
// Whoever started this is gone.
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function work(job: Job): Promise<JobEnd> {
  const { at, moment } = job.kill ?? { at: -1, moment: 'before' };
  const killed = fate(at, moment, async () => {
    // The server would end them by itself after a minute of silence.
    await expireTransactions();
    process.kill(process.pid, 'SIGKILL');
    await forever;
  });
  const { services, expireTransactions, close } = open(job, killed);
  const error = await act(services, job.work).then(
    () => null,
    (thrown: unknown) => String(thrown),
  );
  await killed.over();
  await close();
  return { effects: killed.effects, error };
}

function open(job: Job, effects: Fate) {
  const { db, expireTransactions } = killableFirestore(job.projectId, effects);
  const config = testConfig({
    sesEndpoint: job.sesEndpoint,
    resendUnknown: true,
    mailFrom: 'challenge@weekly.example.com',
  });
  const startedAt = performance.now();
  const clock = {
    now: () => new Date(job.time + performance.now() - startedAt),
    sleep: async (milliseconds: number) => void (await after(milliseconds)),
  };
  const all = stores(db, () => config.addressHashKey);
  const queue = {
    publish: async ({ topic }: { topic: string }, data: unknown) =>
      appendFileSync(job.queueFile, `${JSON.stringify({ topic, data })}\n`),
  };
  const services: Services = {
    clock,
    config,
    stores: async () => all,
    queue: async () => withEffects(queue, effects),
    mailer: async () => withEffects(sesMailer(config), effects),
    shop: async () => withEffects(fakeShop(job.customers), effects),
    linkTokens: async () => linkTokens({ keys: config.linkKeys, clock }),
    identity: async () => {
      throw new Error('The weekly run asks nobody who they are.');
    },
  };
  return { services, expireTransactions, close: () => db.terminate() };
}

async function act(services: Services, what: Job['work']): Promise<unknown> {
  if (what === 'sweep') return sweep(services);
  if ('event' in what) return recordEvent(services, what.event);
  const { topic, data } = what.message;
  const deadline = new Date(services.clock.now().getTime() + 480_000);
  const { syncCustomers: sync, planRun: plan, sendMails: send } = messages;
  if (topic === sync.topic) return syncCustomers(services, sync.schema.parse(data));
  if (topic === plan.topic) return planRun(services, { ...plan.schema.parse(data), deadline, batchSize: 3 });
  if (topic === send.topic) return sendMails(services, { ...send.schema.parse(data), deadline });
  throw new Error(`Nobody subscribes to ${topic}.`);
}
