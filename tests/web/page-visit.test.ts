import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { aBrowser } from '../kit/a-browser.ts';
import { followMail, openTab, SIGNS_IN, type WatchedPage } from './kit/open-scripted.ts';
import { aLearnerSeen, anAssignment, homeData, LEVELS, QUESTIONNAIRE, weekSeen } from './kit/page-data.ts';
import { type Script, type ScriptedPage, scriptedPage } from './kit/scripted-page.ts';

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

const asked = () => served.asked.map(({ name }) => name);
const heading = (name: string) => page.getByRole('heading', { level: 1, name });
const newcomer = aLearnerSeen({
  level: null,
  progress: null,
  streakWeeks: 0,
  mayAnswerQuestionnaire: true,
  currentAssignment: null,
});
const ofWeek47 = anAssignment({ week: '2026-W47', challenge: { title: 'Tea and a biscuit' } });
const bothWeeks: Script = {
  ...SIGNS_IN,
  Home: ({ weekNamed }) => homeData(aLearnerSeen(), weekNamed ? ofWeek47 : null),
};

test('a visit by mail is one exchange of the link and one question, and the token is gone from the address', async () => {
  served.play(bothWeeks);
  await followMail(page, served, '/week/2026-W47');
  await heading('Tea and a biscuit').waitFor();
  expect(asked()).toEqual(['SignInWithLink', 'Home']);
  expect(page.url()).toBe(`${served.url}/week/2026-W47`);
  expect(await page.title()).toBe('Tea and a biscuit · Stepladder');
});

test('a past week opens without loading the page anew, the focus lands on it, and Back leads back', async () => {
  served.play(bothWeeks);
  await followMail(page, served);
  await page.evaluate(() => {
    document.body.dataset.sameDocument = 'yes';
  });
  await page.getByRole('link', { name: 'Tea and a biscuit' }).click();
  await heading('Tea and a biscuit').waitFor();
  expect(new URL(page.url()).pathname).toBe('/week/2026-W47');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Tea and a biscuit');
  expect(await page.getByRole('link', { name: 'Tea and a biscuit' }).getAttribute('aria-current')).toBe('page');
  await page.goBack();
  await heading('One round of handshakes').waitFor();
  expect(await page.locator('body').getAttribute('data-same-document')).toBe('yes');
});

test('earlier weeks come on demand, and the focus goes on with the first of them', async () => {
  const weeks = (from: number, more: boolean) => ({
    edges: Array.from({ length: 20 }, (_, index) =>
      weekSeen(`2026-W${from - index}`, `Puzzle ${from - index}`, 'PASSED'),
    ),
    pageInfo: { hasNextPage: more, endCursor: more ? 'after-29' : null },
  });
  served.play({
    ...SIGNS_IN,
    Home: homeData(aLearnerSeen({ assignments: weeks(48, true) })),
    EarlierWeeks: { data: { me: { assignments: weeks(28, false) } } },
  });
  await followMail(page, served);
  const items = page.locator('.weeks li');
  const more = page.getByRole('button', { name: 'Show earlier weeks' });
  await more.click();
  expect(await items.count()).toBe(20);
  await more.click();
  await vi.waitUntil(async () => (await items.count()) === 40);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Puzzle 28');
  expect(await more.isVisible()).toBe(false);
  expect(served.asked.at(-1)?.variables).toEqual({ after: 'after-29' });
});

test('the questionnaire asks for every answer, sends them once, and leads to the challenge that came', async () => {
  const placement = {
    level: LEVELS[1],
    reason: 'You check twice.',
    assignment: { week: '2026-W48', challenge: { title: 'One round of handshakes' } },
  };
  served.play({
    ...SIGNS_IN,
    Home: homeData(newcomer),
    Questionnaire: { data: { questionnaire: QUESTIONNAIRE } },
    AnswerQuestionnaire: { data: { answerQuestionnaire: placement } },
  });
  await followMail(page, served, '/week/2026-W48');
  await heading('Find your level').waitFor();
  await page.getByLabel('Most weeks').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByText('Questions 2 and 3 still need an answer.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('question-2');
  await page.getByLabel('100', { exact: true }).check();
  await page.getByText('Question 3 still needs an answer.').waitFor();
  await page.getByLabel('7', { exact: true }).check();
  await page.getByRole('button', { name: 'Find my level' }).dblclick();
  await heading('You begin on Careful').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('You begin on Careful');
  await page.getByText('You check twice.').waitFor();
  expect(served.asked.filter(({ name }) => name === 'AnswerQuestionnaire').map(({ variables }) => variables)).toEqual([
    {
      answers: [
        { questionId: 'habit', choiceId: 'always' },
        { questionId: 'jacket', choiceId: 'b' },
        { questionId: 'dice', choiceId: 'b' },
      ],
    },
  ]);
  served.play({ Home: homeData(aLearnerSeen()) });
  await page.getByRole('link', { name: 'Start with it' }).click();
  await heading('One round of handshakes').waitFor();
});

test('a page that cannot be reached is opened by trying again', async () => {
  served.play({ ...SIGNS_IN, Home: 'cut' });
  await followMail(page, served);
  await heading('We cannot be reached').waitFor();
  served.play(bothWeeks);
  await page.getByRole('button', { name: 'Try again' }).click();
  await heading('One round of handshakes').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('One round of handshakes');
});

test('offline the page says so, and opens by itself when the connection is back', async () => {
  served.play(bothWeeks);
  await followMail(page, served);
  await heading('One round of handshakes').waitFor();
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Tea and a biscuit' }).click();
  await heading('You are offline').waitFor();
  await context.setOffline(false);
  await heading('Tea and a biscuit').waitFor();
});
