// What the scripts of the page's states have in common.
import type { Page } from 'playwright-core';
import type { AnswerKind } from '../../../web/generated/graphql.ts';
import type { Assignment, Learner } from '../../../web/page-state.ts';
import { SIGNS_IN } from './open-scripted.ts';
import { aLearnerSeen, anAssignment, aSubmission, homeData } from './page-data.ts';
import type { Reply, Script } from './scripted-page.ts';

/** A signed-in learner at home. */
export const home = (learner: Learner, more: Script = {}): Script => ({
  ...SIGNS_IN,
  Home: homeData(learner),
  ...more,
});
export const withCurrent = (assignment: Assignment, changes: Partial<Learner> = {}) =>
  home(aLearnerSeen({ ...changes, currentAssignment: assignment }));

/** Refused for four minutes. */
export const tooMany: Reply = { code: 'RATE_LIMITED', status: 429, headers: { 'Retry-After': '240' } };

export const passed = anAssignment({
  outcome: 'PASSED',
  attemptsLeft: 4,
  submissions: [aSubmission({ answer: '36', mark: 'PASSED' })],
});

/** Without a level. */
export const unplaced = { level: null, progress: null, streakWeeks: 0, mayAnswerQuestionnaire: true };

export function weeks(...edges: Learner['assignments']['edges']): Learner['assignments'] {
  return { edges, pageInfo: { hasNextPage: false, endCursor: null } };
}

/** A challenge of week 48 that asks for this kind of answer. */
export const ofKind = (answerKind: AnswerKind) =>
  anAssignment({ challenge: { answerKind, choices: answerKind === 'CHOICE' ? choices : null } });

const choices = ['Only the red card', 'The red card and the 4', 'The red card and the 7', 'All four cards'];

/** Sends what the form holds. */
export const send = (page: Page) => page.getByRole('button', { name: 'Send my answer' }).click();

/** Types an answer and sends it. */
export const answer = (text: string) => async (page: Page) => {
  await page.getByLabel('Your answer', { exact: true }).last().fill(text);
  await send(page);
};
