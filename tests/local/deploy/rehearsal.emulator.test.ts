import { execFile } from 'node:child_process';
import { appendFile, cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type App, deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instantOfWeek, weekOf } from '../../../functions/week.ts';
import { projectRoot } from '../../../local/project-root.ts';
import { type Ses, startSes } from '../../../local/ses/start-ses.ts';
import { fixtureCustomers } from '../../../local/shopify/fixture-customers.ts';
import { fireSchedule } from '../../../local/stack/fire-schedule.ts';
import {
  MeDocument,
  PauseMailDocument,
  PauseWeeklyRunDocument,
  ResumeWeeklyRunDocument,
  TypedDocumentString,
  WeeklyRunDocument,
} from '../../generated/graphql.ts';
import { aStack, type TestStack } from '../../kit/a-stack.ts';
import { askStack } from '../../kit/ask-stack.ts';
import { linkTokenOf, mailbox, recipients } from '../../kit/mailbox.ts';
import { linkSession, staffToken } from '../../kit/stack-sessions.ts';
import { until } from '../../kit/until.ts';
import { mailableAddresses } from '../shopify/mailable-addresses.ts';
import { buildNextVersion } from './build-next-version.ts';

const timeZone = 'Europe/Berlin';
const week = weekOf(new Date(), timeZone);
const mailable = mailableAddresses(fixtureCustomers())
  .filter((address) => address !== 'refused@example.com')
  .sort();

/** Version B expands what A stores and answers; these ask for it. */
const ChangesDocument = new TypedDocumentString<{ weeklyRun: { changes: number } | null }, { week: string }>(
  'query ($week: String!) { weeklyRun(week: $week) { changes } }',
);
const LastMailedDocument = new TypedDocumentString<{ me: { lastMailedAt: string | null } | null }, object>(
  '{ me { lastMailedAt } }',
);

let ses: Ses;
let stack: TestStack;
let operator: string;
let next: ReturnType<typeof buildNextVersion>;
let app: App;
beforeAll(async () => {
  next = buildNextVersion();
  // Where the stack fails too, that is what is told.
  next.catch(() => undefined);
  ses = await startSes({ port: 0 });
  process.env.AWS_ENDPOINT_URL_SES = ses.url;
  stack = await aStack('rehearsal');
  app = initializeApp({ projectId: stack.projectId }, 'rehearsal');
  operator = await staffToken(stack, 'operator@staff.example', 'operator');
}, 120_000);
afterAll(async () => {
  if (app) await deleteApp(app);
  await stack?.close();
  await ses?.close();
  await next?.then(
    ({ remove }) => remove(),
    () => undefined,
  );
});

/** Puts a version in place as a deploy does: new files, and no instance that still has the old ones. */
async function putVersion(name: 'A' | 'B'): Promise<void> {
  const build = join(stack.emulators.folder, 'build');
  await rm(build, { recursive: true, force: true });
  await cp(join(projectRoot, 'build'), build, {
    recursive: true,
    filter: (path) => !/\.map$|[\\/]build[\\/](releases|reports|preview)$/.test(path),
  });
  if (name === 'B') {
    await rm(join(build, 'functions'), { recursive: true });
    await cp((await next).functions, join(build, 'functions'), {
      recursive: true,
      filter: (path) => !path.endsWith('.map'),
    });
  }
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

const asOperator = {
  variables: { week },
  get idToken() {
    return operator;
  },
};
const askRun = () => askStack(stack, { document: WeeklyRunDocument, ...asOperator });
const runAnswer = async () => (await askRun()).status;
const storedRun = () => getFirestore(app).doc(`weeklyRuns/${week}`).get();
/** Whom version B has mailed and when, as it wrote it on the learners. */
async function lastMailed(): Promise<Map<string, unknown>> {
  const found = await getFirestore(app).collection('learners').where('lastMailedAt', '>', new Date(0)).get();
  return new Map(found.docs.map((snapshot) => [snapshot.id, snapshot.get('lastMailedAt')]));
}
const runState = async () => (await askRun()).data?.weeklyRun?.state;

async function resume(): Promise<void> {
  const { data } = await askStack(stack, { document: ResumeWeeklyRunDocument, ...asOperator });
  expect(data?.resumeWeeklyRun).toBeTruthy();
}

/** Lets the run mail somebody, and pauses it there; nobody is mailing any more then. */
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
  await until(
    async () => (await storedRun()).get('sender'),
    (sender) => sender === null,
  );
  expect(await runState()).toBe('PAUSED');
  return (await mailbox(stack)).length;
}

/** Of whom the mail with this number went to, counted from the first. */
async function sessionOf(number: number): Promise<{ idToken: string; learnerId: string }> {
  const mail = (await mailbox(stack))[number];
  if (!mail) throw new Error('There is no such mail.');
  return linkSession(stack, linkTokenOf(mail));
}

async function lastMailedAt({ idToken }: { idToken: string }): Promise<string | null | undefined> {
  const { data } = await askStack(stack, { document: LastMailedDocument, variables: {}, idToken });
  return data?.me?.lastMailedAt;
}

test('version A, a run in the middle, version B that stores and answers more, and back to A: everybody gets one mail, and nothing is lost', async () => {
  // A pause takes effect within seconds: at this rate there is time for it.
  ses.setLimits({ maxSendRate: 1 });
  await putVersion('A');
  await fireSchedule(stack, 'weeklyRun', instantOfWeek(week, timeZone, { weekday: 1, hour: 9 }));
  const byA = await pauseInTheMiddle(0);
  expect(byA).toBeLessThan(mailable.length);

  await putVersion('B');
  await resume();
  const byB = await pauseInTheMiddle(byA);
  expect(byB).toBeLessThan(mailable.length);
  const changes = (await askStack(stack, { document: ChangesDocument, ...asOperator })).data?.weeklyRun?.changes;
  expect(changes).toBeGreaterThan(0);
  const mailedByB = await lastMailed();
  expect(mailedByB.size).toBeGreaterThan(0);
  // What A wrote, B reads: nobody was mailed by B who has A's mail.
  expect(await lastMailedAt(await sessionOf(0))).toBeNull();

  await putVersion('A');
  ses.setLimits({ maxSendRate: 14 });
  await resume();
  await until(runState, (state) => state === 'DONE');
  const mails = await mailbox(stack);
  expect(recipients(mails)).toEqual(mailable);
  const { data, errors } = await askStack(stack, { document: WeeklyRunDocument, ...asOperator });
  expect(errors).toBeUndefined();
  expect(data?.weeklyRun?.counts).toMatchObject({ accepted: mailable.length, unknown: 0, pending: 0 });
  // It is A indeed, which knows nothing of what B added, and has left it as it was.
  const unknown = await askStack(stack, { document: ChangesDocument, ...asOperator });
  expect(unknown.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect((await storedRun()).get('changes')).toBe(changes);

  // A link that version B mailed opens the page of version A, and what A writes there takes nothing of B's away.
  const { idToken, learnerId } = await sessionOf(byA);
  const me = await askStack(stack, { document: MeDocument, variables: {}, idToken });
  expect(me.data?.me?.id).toBe(learnerId);
  expect(mailedByB.has(learnerId)).toBe(true);
  const paused = await askStack(stack, { document: PauseMailDocument, variables: { weeks: 1 }, idToken });
  expect(paused.data?.pauseMail.mail.status).toBe('PAUSED');
  expect(await lastMailed()).toEqual(mailedByB);
  const log = await readFile(join(stack.emulators.folder, 'emulators.log'), 'utf8');
  const versions = log.match(/This is version \w/g) ?? [];
  expect(versions.filter((line, index) => line !== versions[index - 1]).map((line) => line.at(-1))).toEqual([
    'A',
    'B',
    'A',
  ]);
}, 240_000);
