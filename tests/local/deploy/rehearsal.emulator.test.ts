import { execFile } from 'node:child_process';
import { appendFile, cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instantOfWeek, weekOf } from '../../../functions/week.ts';
import { fireSchedule } from '../../../local/fire-schedule.ts';
import { projectRoot } from '../../../local/project-root.ts';
import { fixtureCustomers } from '../../../local/shopify/fixture-customers.ts';
import {
  MeDocument,
  PauseWeeklyRunDocument,
  ResumeWeeklyRunDocument,
  WeeklyRunDocument,
} from '../../generated/graphql.ts';
import { aStack, type TestStack } from '../../kit/a-stack.ts';
import { askStack } from '../../kit/ask-stack.ts';
import { linkTokenOf, mailbox, recipients } from '../../kit/mailbox.ts';
import { linkSession, staffToken } from '../../kit/stack-sessions.ts';
import { until } from '../../kit/until.ts';
import { mailableAddresses } from '../shopify/mailable-addresses.ts';

const timeZone = 'Europe/Berlin';
const week = weekOf(new Date(), timeZone);
const mailable = mailableAddresses(fixtureCustomers())
  .filter((address) => address !== 'refused@example.com')
  .sort();

let stack: TestStack;
let operator: string;
beforeAll(async () => {
  stack = await aStack('rehearsal');
  operator = await staffToken(stack, 'operator@staff.example', 'operator');
}, 120_000);
afterAll(() => stack?.close());

/** Puts a version in place as a deploy does: new files, and no instance that still has the old ones. */
async function putVersion(name: string): Promise<void> {
  const build = join(stack.emulators.folder, 'build');
  await rm(build, { recursive: true, force: true });
  await cp(join(projectRoot, 'build'), build, {
    recursive: true,
    filter: (path) => !/\.map$|[\\/]build[\\/](releases|reports|preview)$/.test(path),
  });
  await appendFile(join(build, 'functions/index.js'), `\nconsole.log('This is version ${name}.');\n`);
  for (const pid of await instances()) process.kill(pid, 'SIGKILL');
  // The emulator takes a moment to see that they are gone, and hands them requests until then.
  await until(
    () => runAnswer().catch(() => 0),
    (status) => status === 200,
  );
}

/** The processes in which functions of this stack run. */
async function instances(): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=', '-o', 'args=']);
  const runtimes = stdout.split('\n').filter((line) => line.includes('functionsEmulatorRuntime'));
  const own = new Set((await stack.processes()).map(({ pid }) => pid));
  return runtimes.map((line) => Number.parseInt(line, 10)).filter((pid) => own.has(pid));
}

const setFaults = (faults: object) => fetch(`${stack.sesUrl}/faults`, { method: 'POST', body: JSON.stringify(faults) });
const asOperator = {
  variables: { week },
  get idToken() {
    return operator;
  },
};
const askRun = () => askStack(stack, { document: WeeklyRunDocument, ...asOperator });
const runAnswer = async () => (await askRun()).status;
const runState = async () => (await askRun()).data?.weeklyRun?.state;

async function resume(): Promise<void> {
  const { data } = await askStack(stack, { document: ResumeWeeklyRunDocument, ...asOperator });
  expect(data?.resumeWeeklyRun).toBeTruthy();
}

/** Lets the run mail somebody, slowly, and pauses it there; nobody is mailing any more then. */
async function pauseInTheMiddle(before: number): Promise<number> {
  await until(
    () => mailbox(stack),
    (mails) => mails.length > before,
  );
  await askStack(stack, {
    document: PauseWeeklyRunDocument,
    variables: { week, reason: 'A new version' },
    idToken: operator,
  });
  await setFaults({});
  const app = initializeApp({ projectId: stack.projectId }, `rehearsal-${before}`);
  const run = getFirestore(app).doc(`weeklyRuns/${week}`);
  await until(
    async () => (await run.get()).get('sender'),
    (sender) => sender === null,
  );
  await deleteApp(app);
  expect(await runState()).toBe('PAUSED');
  return (await mailbox(stack)).length;
}

test('version A, a run in the middle, version B, and back to A: everybody gets one mail, and nothing is lost', async () => {
  // A pause takes effect between two groups of mails: each takes long enough that there is time for it.
  const slowly = { delay: { milliseconds: 9_000 } };
  await putVersion('A');
  await setFaults(slowly);
  await fireSchedule(stack, 'weeklyRun', instantOfWeek(week, timeZone, { weekday: 1, hour: 9 }));
  const byA = await pauseInTheMiddle(0);
  expect(byA).toBeLessThan(mailable.length);

  await putVersion('B');
  await setFaults(slowly);
  await resume();
  const byB = await pauseInTheMiddle(byA);
  expect(byB).toBeLessThan(mailable.length);

  await putVersion('A');
  await resume();
  await until(runState, (state) => state === 'DONE');
  const mails = await mailbox(stack);
  expect(recipients(mails)).toEqual(mailable);
  const { data } = await askStack(stack, { document: WeeklyRunDocument, ...asOperator });
  expect(data?.weeklyRun?.counts).toMatchObject({ accepted: mailable.length, unknown: 0, pending: 0 });

  // A link that version B mailed opens the page of version A.
  const [mail] = mails.slice(byA);
  if (!mail) throw new Error('Version B mailed nobody.');
  const { idToken, learnerId } = await linkSession(stack, linkTokenOf(mail));
  const me = await askStack(stack, { document: MeDocument, variables: {}, idToken });
  expect(me.data?.me?.id).toBe(learnerId);
  const log = await readFile(join(stack.emulators.folder, 'emulators.log'), 'utf8');
  const versions = log.match(/This is version \w/g) ?? [];
  expect(versions.filter((line, index) => line !== versions[index - 1]).map((line) => line.at(-1))).toEqual([
    'A',
    'B',
    'A',
  ]);
}, 240_000);
