import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reviewSubmission } from '../../functions/assignments/review-submission.ts';
import type { Challenge } from '../../functions/challenges/challenge.ts';
import { streak } from '../../functions/learners/streak.ts';
import { addWeeks } from '../../functions/week.ts';
import { build } from '../../local/build.ts';
import type { StoredMail } from '../../local/ses/stored-mail.ts';
import { aBrowser } from '../kit/a-browser.ts';
import { aJourney, type Journey } from '../kit/a-journey.ts';
import { aCustomer } from '../kit/fill-house.ts';

const learnerId = 'shopify-1001';
const firstWeek = '2026-W48';
const firstMonday = new Date('2026-11-23T08:00:00Z');

let journey: Journey;
let browser: Browser;

beforeAll(async () => {
  await build();
  [journey, browser] = await Promise.all([aJourney(firstMonday.toISOString()), aBrowser()]);
  journey.house.shop.customers.push(aCustomer('1001'));
});
afterAll(async () => {
  await browser?.close();
  await journey?.close();
});

test('a person goes from the first mail to the top level, on their phone, and gets one mail each week', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, timezoneId: 'Europe/Berlin' });
  await context.clock.install({ time: firstMonday });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));

  await openMail(page, await onlyMail(0));
  await answerQuestionnaire(page);
  await page.getByRole('heading', { level: 1, name: 'You begin on Curious' }).waitFor();
  await page.getByRole('link', { name: 'Start with it' }).click();

  const first = await givenChallenge(firstWeek);
  await page.getByRole('heading', { level: 1, name: first.title }).waitFor();
  await send(page, first, wrongAnswer(first));
  await page.getByRole('heading', { name: 'Not yet' }).waitFor();
  await page.getByText(/The next attempt can be sent at/).waitFor();
  await pass(page, 61);
  await page.getByText('You can send the next attempt now.').waitFor();
  await send(page, first, rightAnswer(first));
  await page.getByRole('heading', { name: 'Passed' }).waitFor();

  const { levels } = await journey.house.stores.content.catalogue();
  const top = levels.at(-1);
  let weeks = 1;
  while ((await learner()).levelId !== top?.id) {
    expect(weeks).toBeLessThan(20);
    const before = (await learner()).levelId;
    await openMail(page, await onlyMail(weeks));
    const challenge = await givenChallenge(addWeeks(firstWeek, weeks));
    await page.getByRole('heading', { level: 1, name: challenge.title }).waitFor();
    await send(page, challenge, rightAnswer(challenge));
    if (challenge.answerKind === 'REVIEW') await review(page);
    else await page.getByRole('heading', { name: /^(Passed|You are on .+ now)$/ }).waitFor();
    const { levelId } = await learner();
    const name = levels.find(({ id }) => id === levelId)?.name;
    if (levelId !== before && challenge.answerKind !== 'REVIEW')
      await page.getByRole('heading', { name: `You are on ${name} now` }).waitFor();
    weeks += 1;
  }

  const needed = levels.slice(0, -1).reduce((sum, { passesToAdvance }) => sum + passesToAdvance, 0);
  expect(weeks).toBe(needed);
  expect(streak((await learner()).weeks)).toBe(needed);
  const given = Object.values((await learner()).weeks).map(({ challengeId }) => challengeId);
  expect(new Set(given).size).toBe(given.length);
  expect(troubles).toEqual([]);
}, 240_000);

/** Does a Monday so many weeks on, and gives its only mail. */
async function onlyMail(weeksLater: number): Promise<StoredMail> {
  const monday = new Date(firstMonday.getTime() + weeksLater * 7 * 86_400_000);
  const mails = await journey.monday(addWeeks(firstWeek, weeksLater), monday.toISOString());
  expect(mails.map(({ to }) => to)).toEqual([['customer-1001@example.com']]);
  return mails[0] as StoredMail;
}

/** As a thumb does: the mail's button, two hours later. */
async function openMail(page: Page, mail: StoredMail): Promise<void> {
  journey.house.clock.advance(7_200_000);
  await page.clock.setSystemTime(journey.house.clock.now());
  const link = /href="(http[^"]+#token=[^"]+)"/.exec(mail.html)?.[1];
  if (link === undefined) throw new Error('The mail has no button.');
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(page.url()).not.toContain('token');
}

/** Gives to each question the choice that is worth least. */
async function answerQuestionnaire(page: Page): Promise<void> {
  const questionnaire = await journey.house.stores.content.questionnaire();
  for (const { prompt, choices } of questionnaire?.questions ?? []) {
    const [least] = choices.toSorted((a, b) => a.points - b.points);
    const group = page.getByRole('radiogroup', { name: prompt });
    await group.getByRole('radio', { name: least?.text, exact: true }).check();
  }
  await page.getByRole('button', { name: 'Find my level' }).click();
}

async function send(page: Page, { answerKind }: Challenge, answer: string): Promise<void> {
  if (answerKind === 'CHOICE') await page.getByRole('radio', { name: answer, exact: true }).check();
  else await page.getByRole('textbox', { name: 'Your answer' }).fill(answer);
  await page.getByRole('button', { name: 'Send my answer' }).click();
}

/** The page's clock and ours move together. */
async function pass(page: Page, seconds: number): Promise<void> {
  journey.house.clock.advance(seconds * 1000);
  await page.clock.fastForward(seconds * 1000);
}

/** An editor passes the answer that waits, and the page shows it when it is looked at again. */
async function review(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Waiting for review' }).waitFor();
  const [waiting] = await journey.house.stores.assignments.toReview(null, 2);
  const id = waiting?.record?.submissions.at(-1)?.id ?? '';
  await reviewSubmission(journey.house.services, { id, passed: true, note: 'A fine thought.' });
  await page.reload();
  await page.getByText('A fine thought.').waitFor();
}

async function learner() {
  const found = await journey.house.stores.learners.get(learnerId);
  if (found === null) throw new Error('There is no such learner.');
  return found;
}

async function givenChallenge(week: string): Promise<Challenge> {
  const { challenges } = await journey.house.stores.content.catalogue();
  const challenge = challenges.get((await learner()).weeks[week]?.challengeId ?? '');
  if (challenge === undefined) throw new Error(`The week ${week} brought no challenge.`);
  return challenge;
}

function rightAnswer({ accepted }: Challenge): string {
  return accepted[0] ?? 'I tried it, and it took me three evenings.';
}

function wrongAnswer({ choices, accepted, answerKind }: Challenge): string {
  const other = choices?.find((choice) => !accepted.includes(choice));
  return other ?? (answerKind === 'NUMBER' ? '424242' : 'certainly not this');
}
