import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ses, startSes } from '../../local/ses/start-ses.ts';
import type { House } from '../kit/a-house.ts';
import { brokenPromises } from '../kit/broken-promises.ts';
import type { CrashStep } from '../kit/crash-step.ts';
import type { Published } from '../kit/fake-queue.ts';
import { houseFrom } from '../kit/house-snapshot.ts';
import { runSteps } from '../kit/run-steps.ts';
import { type WorkerProcess, workerProcess } from './sigkill-process.ts';
import type { Job } from './sigkill-worker.ts';

const week = '2026-W48';
const learnerIds = ['1001', '1002', '1003', '1004', '1005'].map((number) => `shopify-${number}`);

let ses: Ses;
let folder: string;
let steps: CrashStep[];
let survivor: WorkerProcess;
/** Loads while another one works. */
let spare: Promise<WorkerProcess>;

beforeAll(async () => {
  ses = await startSes({ port: 0, maxSendRate: 50 });
  folder = await mkdtemp(join(tmpdir(), 'stepladder-sigkill-'));
  steps = await runSteps({ week, customers: learnerIds.length, options: { batchSize: 3 } });
  survivor = await workerProcess();
  spare = workerProcess();
});

afterAll(async () => {
  await Promise.all([survivor.close(), spare.then((worker) => worker.close())]);
  await ses.close();
  await rm(folder, { recursive: true });
});

function jobOf(house: House, work: Job['work'], kill: Job['kill'] = null): Job {
  return {
    projectId: projectOf(house),
    sesEndpoint: ses.url,
    queueFile: queueOf(house),
    time: house.clock.now().getTime(),
    customers: house.shop.customers,
    work,
    kill,
  };
}

function projectOf({ db }: House): string {
  return String(JSON.parse(JSON.stringify(db)).projectId);
}

function queueOf(house: House): string {
  return join(folder, projectOf(house));
}

/** Takes in what workers published; what a killed one did stays published. */
async function collect(house: House, from: number): Promise<number> {
  const text = await readFile(queueOf(house), 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line !== '');
  house.queue.waiting.push(...lines.slice(from).map((line): Published => JSON.parse(line)));
  return lines.length;
}

/** The survivor does all that is left: messages, SES events, and a sweep every quarter of an hour. */
async function goOn(house: House): Promise<void> {
  let published = 0;
  for (let turn = 0; turn < 40; turn += 1) {
    published = await collect(house, published);
    for (let next = house.queue.waiting.shift(); next !== undefined; next = house.queue.waiting.shift()) {
      await survivor.run(jobOf(house, { message: next }));
      published = await collect(house, published);
    }
    if ((await house.stores.runs.get(week))?.state === 'done') return;
    await tell(house);
    house.clock.advance(turn < 8 ? 15 * 60_000 : 4 * 3_600_000);
    await survivor.run(jobOf(house, 'sweep'));
  }
}

async function tell(house: House): Promise<void> {
  for (const { messageId, tags, to } of await ses.readStore()) {
    const at = house.clock.now();
    const event = { kind: 'send', sesId: messageId, mailAt: at, at, feedbackId: null, subType: null } as const;
    await survivor.run(jobOf(house, { event: { ...event, assignmentId: tags.assignment ?? null, recipients: to } }));
  }
}

/** What is wrong after the worker was killed in a step and another one went on. */
async function killedIn(step: CrashStep, kill: Job['kill'], keptMails: number | null = null): Promise<string[]> {
  const house = await houseFrom(step.before);
  ses.clearStore();
  const worker = await spare;
  spare = workerProcess();
  let kept = 0;
  const forget = ses.onSend(() => {
    kept += 1;
    if (kept === keptMails) worker.kill();
  });
  const end = await worker.run(jobOf(house, { message: messageOf(step) }, kill));
  forget();
  house.queue.waiting.push(messageOf(step));
  await goOn(house);
  house.mailer.sent.push(
    ...(await ses.readStore()).map(({ to, tags }) => ({ to: to.join(), tags, mime: new Uint8Array() })),
  );
  const broken = await brokenPromises(house, { week, learnerIds, endsAs: 'done' });
  await house.db.terminate();
  return end === null ? broken : ['it was not killed', ...broken];
}

function messageOf(step: CrashStep): Published {
  if (step.message === undefined) throw new Error(`${step.name} has no message.`);
  return step.message;
}

function stepOf(topic: string): CrashStep {
  const step = steps.find(({ name }) => name.startsWith(topic));
  if (step === undefined) throw new Error(`${topic} never came.`);
  return step;
}

async function effectsOf(step: CrashStep): Promise<string[]> {
  const house = await houseFrom(step.before);
  const end = await survivor.run(jobOf(house, { message: messageOf(step) }));
  await house.db.terminate();
  return end?.effects ?? [];
}

describe('a worker process killed with SIGKILL', () => {
  test.each([
    ['before', 'send', 5],
    ['after', 'commit|publish', 6],
  ] as const)(
    '%s each %s of the sender loses nobody and has nobody mailed twice',
    async (moment, struck, atLeast) => {
      const step = stepOf('send-mails');
      const effects = await effectsOf(step);
      const blows = effects.flatMap((name, at) => (new RegExp(struck).test(name) ? [at] : []));
      expect(blows.length).toBeGreaterThanOrEqual(atLeast);
      const broken: string[] = [];
      for (const at of blows) {
        const faults = await killedIn(step, { at, moment });
        broken.push(...faults.map((fault) => `${moment} effect ${at} (${effects[at]}): ${fault}`));
      }
      expect(broken).toEqual([]);
    },
    300_000,
  );

  test.each([1, 3, 5])('when SES has kept mail %i and not answered yet has nobody mailed twice', async (mails) => {
    expect(await killedIn(stepOf('send-mails'), null, mails)).toEqual([]);
  });

  test.each(['sync-customers', 'plan-run'])('after its first write to %s loses nobody', async (topic) => {
    const step = stepOf(topic);
    const at = (await effectsOf(step)).indexOf('commit');
    expect(await killedIn(step, { at, moment: 'after' })).toEqual([]);
  });
});
