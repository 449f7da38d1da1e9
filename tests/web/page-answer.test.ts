import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { aBrowser } from '../kit/a-browser.ts';
import { followMail, openTab, SIGNS_IN, type WatchedPage } from './kit/open-scripted.ts';
import { aLearnerSeen, anAssignment, aSubmission, homeData } from './kit/page-data.ts';
import { type Reply, type Script, type ScriptedPage, scriptedPage } from './kit/scripted-page.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let browser: Browser;
let served: ScriptedPage;
let context: BrowserContext;
let page: WatchedPage;

beforeAll(async () => {
  [browser, served] = await Promise.all([aBrowser(), scriptedPage()]);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));
beforeEach(async () => {
  ({ context, page } = await openTab(browser, { width: 390 }));
});
afterEach(async () => {
  expect(page.complaints).toEqual([]);
  await context.close();
});

const taken = (assignment: object): Reply => {
  const { level, progress, streakWeeks, mayAnswerQuestionnaire } = aLearnerSeen();
  const learner = { level, progress, streakWeeks, mayAnswerQuestionnaire };
  return { data: { submitAnswer: { __typename: 'SubmitAnswerSuccess', assignment, learner, leveledUp: false } } };
};
const passed = anAssignment({ outcome: 'PASSED', submissions: [aSubmission({ answer: '36', mark: 'PASSED' })] });
const notYet = anAssignment({ attemptsLeft: 4, nextAttemptAt: '2026-11-25T09:01:00Z', submissions: [aSubmission()] });
const home = (more: Script, assignment = anAssignment()): Script => ({
  ...SIGNS_IN,
  Home: homeData(aLearnerSeen({ currentAssignment: assignment })),
  ...more,
});
const sent = () => served.asked.filter(({ name }) => name === 'SubmitAnswer').map(({ variables }) => variables);
const keysOf = (answer: string) =>
  sent().flatMap((variables) => (variables.answer === answer ? [variables.idempotencyKey] : []));
const field = () => page.getByLabel('Your answer').and(page.locator('input, textarea'));
const button = () => page.getByRole('button', { name: 'Send my answer' });
const focused = () => page.evaluate(() => document.activeElement?.textContent);

async function open(script: Script) {
  served.play(script);
  await followMail(page, served);
  await button().waitFor();
}

test('by keyboard alone: the field is reached, Enter sends, and the focus lands on the result', async () => {
  await open(home({ SubmitAnswer: taken(passed) }));
  const stops: string[] = [];
  for (let stop = ''; stop !== 'answer' && stops.length < 10; ) {
    await page.keyboard.press('Tab');
    stop = await page.evaluate(() => document.activeElement?.id || document.activeElement?.className || '');
    stops.push(stop);
  }
  expect(stops).toEqual(['brand', 'sign-out', 'answer']);
  await page.keyboard.type('36');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Passed' }).waitFor();
  expect(await focused()).toBe('Passed');
  expect(sent()).toMatchObject([{ challengeId: 'one-round-of-handshakes', answer: '36' }]);
});

test('a choice is made with the arrow keys, and its text is what is sent', async () => {
  const choices = ['One card', 'Two cards', 'All cards'];
  const assignment = anAssignment({ challenge: { answerKind: 'CHOICE', choices } });
  await open(home({ SubmitAnswer: taken(passed) }, assignment));
  await page.getByLabel('One card').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByRole('heading', { name: 'Passed' }).waitFor();
  expect(sent()).toMatchObject([{ answer: 'Two cards' }]);
});

test('a double click sends once', async () => {
  await open(home({ SubmitAnswer: taken(passed) }));
  await field().fill('36');
  await button().dblclick();
  await page.getByRole('heading', { name: 'Passed' }).waitFor();
  expect(sent()).toHaveLength(1);
});

test('nothing is sent where nothing was answered, and the focus goes to the field', async () => {
  await open(home({}));
  await field().fill('   ');
  await button().click();
  await page.getByText('Please write your answer first.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer');
  expect(sent()).toEqual([]);
});

test('what was typed survives a reload, and is gone once it was taken', async () => {
  await open(home({ SubmitAnswer: taken(notYet) }));
  await field().fill('thirty-six');
  await page.reload();
  await button().waitFor();
  expect(await field().inputValue()).toBe('thirty-six');
  await button().click();
  await page.getByRole('heading', { name: 'Not yet' }).waitFor();
  expect(await field().inputValue()).toBe('');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('signing out forgets what was typed', async () => {
  await open(home({}));
  await field().fill('thirty-six');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('a retry after a lost response has the same key, also after a reload, and another answer has its own', async () => {
  await open(home({ SubmitAnswer: 'cut' }));
  await field().fill('36');
  await button().click();
  await page.getByText('There is no connection just now.').waitFor();
  expect(await field().inputValue()).toBe('36');
  await page.reload();
  await button().click();
  await page.getByText('There is no connection just now.').waitFor();
  await field().fill('37');
  await button().click();
  await vi.waitUntil(() => keysOf('37').length > 0);
  // At least two: a browser may repeat a request by itself when an old connection breaks, which is one more reason.
  expect(keysOf('36').length).toBeGreaterThanOrEqual(2);
  expect(new Set(keysOf('36')).size).toBe(1);
  expect(keysOf('37')).not.toContain(keysOf('36')[0]);
  expect(keysOf('36')[0]).toMatch(/^[0-9a-f-]{36}$/);
});

test('offline, the answer waits in its field, and is sent when the connection is back', async () => {
  await open(home({ SubmitAnswer: taken(passed) }));
  await field().fill('36');
  await context.setOffline(true);
  await button().click();
  await page.getByText('There is no connection just now.').waitFor();
  await context.setOffline(false);
  await page.getByText('You are back online.').waitFor();
  await button().click();
  await page.getByRole('heading', { name: 'Passed' }).waitFor();
});

test('the wait counts down in silence, keeps what is being typed, and its end is announced once', async () => {
  await context.close();
  ({ context, page } = await openTab(browser, { width: 390, timersWait: true }));
  await open(home({ SubmitAnswer: taken(passed) }, notYet));
  await page.clock.pauseAt('2026-11-25T09:00:30Z');
  await page.getByText('at 09:01, in 0:30.').waitFor();
  await field().fill('36');
  await field().press('Enter');
  await page.getByText('You can send it in 30 seconds.').waitFor();
  expect(sent()).toEqual([]);
  const spoken = page.locator('.countdown [role="status"]');
  for (const left of ['0:29', '0:28', '0:27']) {
    await page.clock.runFor(1000);
    expect(await page.getByRole('timer').textContent()).toBe(left);
    expect(await spoken.textContent()).toBe('');
  }
  await field().focus();
  await page.clock.runFor(27_000);
  expect(await spoken.textContent()).toBe('You can send the next attempt now.');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer');
  expect(await field().inputValue()).toBe('36');
  await field().press('Enter');
  await page.getByRole('heading', { name: 'Passed' }).waitFor();
});

test('a refusal because of another tab says so, and shows how it stands', async () => {
  const refusal = { __typename: 'AlreadyPassedError', message: 'You have passed this challenge already.' };
  await open(home({ SubmitAnswer: { data: { submitAnswer: refusal } } }));
  await field().fill('36');
  await button().click();
  await page.getByText('You have passed this challenge already.').waitFor();
  served.play({ Home: homeData(aLearnerSeen({ currentAssignment: passed })) });
  await page.getByRole('button', { name: 'See how it stands' }).click();
  await page.getByRole('heading', { name: 'Passed' }).waitFor();
});

test('a session that has ended is said so, and the answer is still there after signing in again', async () => {
  await open(home({ SubmitAnswer: { code: 'UNAUTHENTICATED', status: 401 } }));
  await field().fill('36');
  await button().click();
  await page.getByRole('heading', { name: 'Please sign in again' }).waitFor();
  await open(home({}));
  expect(await field().inputValue()).toBe('36');
});
