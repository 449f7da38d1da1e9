import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addWeeks, weekOf } from '../../../functions/week.ts';
import { countsLine } from '../../../local/counts-line.ts';
import type { StoredMail } from '../../../local/ses/stored-mail.ts';
import { fixtureCustomers } from '../../../local/shopify/fixture-customers.ts';
import {
  MeDocument,
  RequestSignInLinkDocument,
  StartWeeklyRunDocument,
  WeeklyPlanDocument,
  WeeklyRunDocument,
  WeeklyRunsDocument,
} from '../../generated/graphql.ts';
import { aStack, type TestStack } from '../../kit/a-stack.ts';
import { askStack } from '../../kit/ask-stack.ts';
import { clearMailbox, linkTokenOf, mailbox, recipients, unsubscribeUrlOf } from '../../kit/mailbox.ts';
import { runStackWeek } from '../../kit/run-stack-week.ts';
import { giveClaims, linkSession, staffToken } from '../../kit/stack-sessions.ts';
import { until } from '../../kit/until.ts';
import { mailableAddresses } from '../shopify/mailable-addresses.ts';

/** The tests are one story: each goes on where the one before has ended. */
const week = weekOf(new Date(), 'Europe/Berlin');
const refused = 'refused@example.com';
const mailable = mailableAddresses(fixtureCustomers())
  .filter((address) => address !== refused)
  .sort();

let stack: TestStack;
let operator: string;
let monday: Awaited<ReturnType<typeof runStackWeek>>;

beforeAll(async () => {
  stack = await aStack('monday');
  operator = await staffToken(stack, 'operator@staff.example', 'operator');
  monday = await runStackWeek(stack, week);
});
afterAll(() => stack?.close());

const mailTo = (address: string, mails = monday.mails): StoredMail => {
  const found = mails.find(({ to }) => to[0]?.toLowerCase() === address);
  if (!found) throw new Error('There is no such mail.');
  return found;
};
const [someone = '', another = ''] = mailable;

test('the mailbox holds exactly one mail for each mailable address, and none for others', () => {
  expect(mailable.length).toBeGreaterThan(30);
  expect(recipients(monday.mails)).toEqual(mailable);
  expect(monday.mails.every(({ to }) => to.length === 1)).toBe(true);
  expect(monday).toMatchObject({ state: 'done', reason: null });
  expect(monday.counts).toEqual({
    planned: mailable.length + 1,
    accepted: mailable.length,
    excluded: 0,
    failed: 1,
    unknown: 0,
    pending: 0,
  });
});

test('each mail has what mailbox providers, SES and a reader want of it', () => {
  for (const { headers, tags, text, html } of monday.mails) {
    expect(headers).toMatchObject({
      'List-Unsubscribe': expect.stringMatching(/^<http:\/\/127\.0\.0\.1:\d+\/unsubscribe\?token=[\w.-]+>$/),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': expect.stringMatching(/<weekly\.[\w.-]+>$/),
      'Auto-Submitted': 'auto-generated',
    });
    expect(tags).toEqual({
      assignment: expect.stringMatching(new RegExp(`^${week}_shopify-\\d+$`)),
      run: week,
      'ses:feedback-id-a': 'questionnaire',
      'ses:feedback-id-b': week.toLowerCase().replace('-', ''),
    });
    for (const part of [text, html]) {
      expect(part).toMatch(/#token=[\w.-]{100,}/);
      expect(Buffer.byteLength(part)).toBeGreaterThan(500);
    }
    expect(Buffer.byteLength(text) + Buffer.byteLength(html)).toBeLessThan(100_000);
  }
  expect(new Set(monday.mails.map(({ tags }) => tags.assignment)).size).toBe(mailable.length);
});

test('the same week again mails nobody, and leaves the books as they are', async () => {
  const again = await runStackWeek(stack, week);
  expect(again.mails).toEqual([]);
  expect(again.line).toBe(monday.line);
});

test('an operator sees the run done and balanced, with the plan’s hash', async () => {
  const one = await askStack(stack, { document: WeeklyRunDocument, variables: { week }, idToken: operator });
  const run = one.data?.weeklyRun;
  expect(run).toMatchObject({ week, state: 'DONE', reasons: [{ code: 'MESSAGE_REFUSED', count: 1 }] });
  expect(run && countsLine(run.counts)).toBe(monday.line);
  expect(run?.planHash).toMatch(/^\w{16,}$/);
  const all = await askStack(stack, { document: WeeklyRunsDocument, variables: {}, idToken: operator });
  expect(all.data?.weeklyRuns).toEqual([run]);
  const plan = await askStack(stack, { document: WeeklyPlanDocument, variables: { week }, idToken: operator });
  expect(plan.data?.weeklyPlan.counts).toContainEqual({
    decision: 'QUESTIONNAIRE',
    code: 'NOT_PLACED_YET',
    count: run?.counts.planned,
  });
});

test('a learner who comes by the mail’s link sees themselves, and neither they nor a stranger see the run', async () => {
  const { idToken, learnerId } = await linkSession(stack, linkTokenOf(mailTo(someone)));
  const me = await askStack(stack, { document: MeDocument, variables: {}, idToken });
  expect(mailTo(someone).tags.assignment).toBe(`${week}_${learnerId}`);
  expect(me.data?.me).toMatchObject({ id: learnerId, level: null, mail: { status: 'SUBSCRIBED' } });
  for (const [token, code] of [
    [idToken, 'FORBIDDEN'],
    [undefined, 'UNAUTHENTICATED'],
  ] as const) {
    const session = token === undefined ? {} : { idToken: token };
    for (const ask of [
      askStack(stack, { document: WeeklyRunDocument, variables: { week }, ...session }),
      askStack(stack, { document: WeeklyRunsDocument, variables: {}, ...session }),
      askStack(stack, { document: WeeklyPlanDocument, variables: { week }, ...session }),
      askStack(stack, { document: StartWeeklyRunDocument, variables: { week }, ...session }),
    ]) {
      const { errors } = await ask;
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    }
  }
});

test('a link session has no role, though its user has the claims', async () => {
  const token = linkTokenOf(mailTo(another));
  const { learnerId } = await linkSession(stack, token);
  await giveClaims(stack, learnerId, { roles: ['editor', 'operator', 'admin'] });
  const { idToken } = await linkSession(stack, token);
  expect(decodeJwt(idToken)).toMatchObject({ roles: ['editor', 'operator', 'admin'] });
  const { data, errors } = await askStack(stack, { document: WeeklyRunDocument, variables: { week }, idToken });
  expect(data?.weeklyRun ?? null).toBeNull();
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

test.each([
  ['2026-W54', 'week must be an ISO week that exists'],
  ['2026-53', 'week must be an ISO week that exists'],
  [addWeeks(week, 5), `week: ${addWeeks(week, 5)} cannot be started now`],
])('week %s is refused with what is wrong, and nothing is written', async (bad, message) => {
  const { errors } = await askStack(stack, {
    document: StartWeeklyRunDocument,
    variables: { week: bad },
    idToken: operator,
  });
  expect(errors).toMatchObject([{ message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } }]);
  const all = await askStack(stack, { document: WeeklyRunsDocument, variables: {}, idToken: operator });
  expect(all.data?.weeklyRuns.map((run) => run.week)).toEqual([week]);
});

test('a link that is asked for comes to a known address alone, and the answer does not tell', async () => {
  await clearMailbox(stack);
  const answers = [];
  for (const email of ['nobody.knows@example.com', ` ${someone.toUpperCase()} `]) {
    answers.push(await askStack(stack, { document: RequestSignInLinkDocument, variables: { email } }));
  }
  expect(answers).toEqual(Array(2).fill({ status: 200, data: { requestSignInLink: true } }));
  await until(stack.readLogs, (logs) => logs.includes('no-learner') && logs.includes('accepted'));
  const mails = await mailbox(stack);
  expect(recipients(mails)).toEqual([someone]);
  const { idToken } = await linkSession(stack, linkTokenOf(mailTo(someone, mails)));
  const me = await askStack(stack, { document: MeDocument, variables: {}, idToken });
  expect(`${week}_${me.data?.me?.id}`).toBe(mailTo(someone).tags.assignment);
});

test('looking at the unsubscribe link changes nothing, and one click holds, as often as it comes', async () => {
  const url = unsubscribeUrlOf(mailTo(someone));
  const { idToken } = await linkSession(stack, linkTokenOf(mailTo(someone)));
  const status = async () => {
    const { data } = await askStack(stack, { document: MeDocument, variables: {}, idToken });
    return data?.me?.mail.status;
  };
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<form');
  expect(await status()).toBe('SUBSCRIBED');
  for (let click = 0; click < 2; click += 1) {
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
    expect(await status()).toBe('UNSUBSCRIBED');
  }
});

test('the weeks that follow leave out who unsubscribed, and mail nobody a challenge they had', async () => {
  const challenges: StoredMail[] = [];
  for (const weeks of [1, 2, 3]) {
    const { state, mails } = await runStackWeek(stack, addWeeks(week, weeks));
    expect(state).toBe('done');
    expect(recipients(mails)).toEqual(mailable.filter((address) => address !== someone));
    challenges.push(...mails.filter(({ tags }) => tags['ses:feedback-id-a'] === 'weekly'));
  }
  // Nobody is placed: the first two weeks bring the questionnaire, the others a first-level challenge.
  expect(challenges).toHaveLength(2 * (mailable.length - 1));
  const had = challenges.map(({ to, subject }) => `${to[0]} ${subject}`);
  expect(new Set(had).size).toBe(had.length);
});

test('no log holds an address, or a token of a link to the page', async () => {
  const logs = await stack.readLogs();
  expect(logs).toContain('The weekly run stands.');
  for (const address of [...mailable, refused]) expect(logs.toLowerCase()).not.toContain(address);
  for (const mail of monday.mails) expect(logs).not.toContain(linkTokenOf(mail));
});
