// The questionnaire and what it finds.
import type { Page } from 'playwright-core';
import { home, unplaced, weeks } from './at-home.ts';
import { aLearnerSeen, LEVELS, QUESTIONNAIRE, weekSeen } from './page-data.ts';
import type { State } from './page-states.ts';
import type { Reply } from './scripted-page.ts';

const newcomer = aLearnerSeen({ ...unplaced, currentAssignment: null });
const questionnaire: Reply = { data: { questionnaire: QUESTIONNAIRE } };
const placement = (assignment: object | null): Reply => ({
  data: {
    answerQuestionnaire: {
      level: LEVELS[1],
      reason: 'Your answers show a steady hand with numbers, and the habit of checking twice.',
      assignment,
    },
  },
});
const answerAll = async (page: Page) => {
  for (const text of ['Most weeks', '100', '7']) await page.getByLabel(text, { exact: true }).check();
  await page.getByRole('button', { name: 'Find my level' }).click();
};

export const questionStates: State[] = [
  { name: 'questions', script: home(newcomer, { Questionnaire: questionnaire }), shows: 'Find your level' },
  {
    name: 'questions-missing',
    script: home(newcomer, { Questionnaire: questionnaire }),
    act: async (page) => {
      await page.getByLabel('100', { exact: true }).check();
      await page.getByRole('button', { name: 'Find my level' }).click();
    },
    shows: 'Questions 1 and 3 still need an answer.',
  },
  {
    name: 'questions-refused',
    script: home(newcomer, {
      Questionnaire: questionnaire,
      AnswerQuestionnaire: {
        code: 'ALREADY_STARTED',
        message: 'You have answered a challenge already, so your level now moves with your answers.',
      },
    }),
    act: answerAll,
    shows: 'your level now moves with your answers',
  },
  {
    name: 'questions-again',
    script: home(
      aLearnerSeen({
        mayAnswerQuestionnaire: true,
        assignments: weeks(weekSeen('2026-W48', 'One round of handshakes', 'OPEN')),
      }),
      { Questionnaire: questionnaire },
    ),
    act: (page) => page.getByRole('link', { name: 'Answer the questions again' }).click(),
    shows: 'Keep the level I have',
  },
  {
    name: 'placed-with-challenge',
    script: home(newcomer, {
      Questionnaire: questionnaire,
      AnswerQuestionnaire: placement({ week: '2026-W48', challenge: { title: 'There and back again' } }),
    }),
    act: answerAll,
    shows: 'Start with it',
  },
  {
    name: 'placed',
    script: home(newcomer, { Questionnaire: questionnaire, AnswerQuestionnaire: placement(null) }),
    act: answerAll,
    shows: 'Your first challenge comes by mail on Monday.',
  },
];
