import { describe, expect, test } from 'vitest';
import { AnswerQuestionnaireDocument, MyAssignmentsDocument, QuestionnaireDocument } from '../generated/graphql.ts';
import { aLadder } from '../kit/a-ladder.ts';
import { aLearner, type LearnerOverrides } from '../kit/a-learner.ts';
import { answersTo, aQuestionnaire } from '../kit/a-questionnaire.ts';
import { aWeek } from '../kit/a-week.ts';
import { anApi } from '../kit/an-api.ts';

const unplaced = { levelId: null, weeks: { '2026-W48': aWeek(null) } };

function anApiWith(overrides: LearnerOverrides = {}, questionnaire = aQuestionnaire()) {
  const learner = aLearner({ ...unplaced, ...overrides });
  const api = anApi({ learners: new Map([[learner.id, learner]]), catalogue: aLadder(), questionnaire });
  return {
    ...api,
    place: (puzzles: string, proofs: string) =>
      api.ask(AnswerQuestionnaireDocument, { answers: answersTo(puzzles, proofs) }, 'owner'),
    owner: () => api.memory.learners.get(learner.id),
  };
}

describe('the questionnaire', () => {
  test('is public, with its questions and choices in their order', async () => {
    const { data, errors } = await anApiWith().ask(QuestionnaireDocument, {}, 'stranger');
    expect(errors).toEqual([]);
    expect(data?.questionnaire).toMatchObject({
      version: '3',
      questions: [
        {
          id: 'puzzles',
          choices: [{ id: 'puzzles-no', text: 'Not yet' }, { id: 'puzzles-some' }, { id: 'puzzles-yes' }],
        },
        { id: 'proofs' },
      ],
    });
  });

  test.each(['stranger', 'owner', 'editor', 'admin'] as const)(
    'shows a %s neither points nor thresholds',
    async (as) => {
      const { ask } = anApiWith();
      const answered = JSON.stringify(await ask(QuestionnaireDocument, {}, as));
      expect(answered).not.toMatch(/points|threshold|37|74|111/i);
      for (const field of ['thresholds { minPoints }', 'questions { choices { points } }']) {
        const { data, errors } = await ask(`{ questionnaire { ${field} } }`, {}, as);
        expect(data).toBeNull();
        expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      }
    },
  );

  test('that was never published is NOT_FOUND, to read and to answer', async () => {
    const { ask, memory } = anApi({ learners: new Map([['shopify-1001', aLearner(unplaced)]]), catalogue: aLadder() });
    const read = await ask(QuestionnaireDocument, {}, 'stranger');
    const answered = await ask(AnswerQuestionnaireDocument, { answers: answersTo('no', 'no') }, 'owner');
    for (const { errors } of [read, answered])
      expect(errors).toMatchObject([{ message: 'There is no questionnaire yet.', extensions: { code: 'NOT_FOUND' } }]);
    expect(memory.written).toEqual([]);
  });
});

describe('a placement', () => {
  test.each([
    ['no', 'no', 'curious'],
    ['some', 'no', 'keen'],
    ['no', 'yes', 'keen'],
    ['yes', 'some', 'sharp'],
    ['yes', 'yes', 'sharp'],
  ])('of %s and %s is by the thresholds: %s', async (puzzles, proofs, level) => {
    const { place, owner } = anApiWith();
    const { data, errors } = await place(puzzles, proofs);
    expect(errors).toEqual([]);
    expect(data?.answerQuestionnaire.level.id).toBe(level);
    expect(owner()).toMatchObject({ levelId: level, passes: 0 });
  });

  test('gives its reason in one sentence with the name of the level, and records version and time', async () => {
    const { place, owner } = anApiWith();
    const { data } = await place('some', 'no');
    expect(data?.answerQuestionnaire.reason).toMatch(/^[A-Z][^.]*\bKeen\b[^.]*level 2 of 3\.$/);
    expect(owner()?.placement).toEqual({
      version: '3',
      levelId: 'keen',
      placedAt: new Date('2026-11-25T10:00:00Z'),
    });
  });

  test.each([
    ['brought only the questionnaire', { '2026-W48': aWeek(null) }],
    ['brought nothing yet', {}],
    ['before brought the questionnaire', { '2026-W47': aWeek(null) }],
  ])('gives this week’s challenge at once where the week %s', async (_name, weeks) => {
    const { place, owner, ask, mailer } = anApiWith({ weeks });
    const { data } = await place('some', 'some');
    expect(data?.answerQuestionnaire).toMatchObject({
      level: { id: 'keen' },
      assignment: {
        id: '2026-W48_shopify-1001',
        week: '2026-W48',
        outcome: 'OPEN',
        challenge: { id: 'keen-number' },
      },
    });
    expect(owner()?.weeks).toEqual({
      ...weeks,
      '2026-W48': aWeek('keen-number', { releasedAt: new Date('2026-11-25T10:00:00Z') }),
    });
    expect(mailer.sent).toEqual([]);
    const page = (await ask(MyAssignmentsDocument, {}, 'owner')).data?.me;
    expect(page).toMatchObject({
      level: { id: 'keen' },
      assignments: { edges: [{ node: { challenge: { id: 'keen-number' } } }] },
    });
  });

  test('gives the first challenge of the level that the learner never had', async () => {
    const { place } = anApiWith({ weeks: { '2026-W46': aWeek('keen-number'), '2026-W48': aWeek(null) } });
    const { data } = await place('some', 'no');
    expect(data?.answerQuestionnaire.assignment?.challenge.id).toBe('keen-review');
  });

  test('gives no challenge where the level has none left', async () => {
    const weeks = { '2026-W46': aWeek('sharp-number'), '2026-W48': aWeek(null) };
    const { place, owner } = anApiWith({ weeks });
    const { data } = await place('yes', 'yes');
    expect(data?.answerQuestionnaire).toMatchObject({ level: { id: 'sharp' }, assignment: null });
    expect(owner()?.weeks).toEqual(weeks);
  });

  test('of who is not entitled sets the level and gives no challenge', async () => {
    const { place, owner } = anApiWith({ customer: { entitled: false } });
    const { data } = await place('yes', 'yes');
    expect(data?.answerQuestionnaire).toMatchObject({ level: { id: 'sharp' }, assignment: null });
    expect(owner()).toMatchObject({ levelId: 'sharp', weeks: unplaced.weeks });
  });

  test('keeps a challenge that the week gave already, and shows it', async () => {
    const weeks = { '2026-W48': aWeek('text') };
    const { place, owner } = anApiWith({ weeks });
    const { data } = await place('yes', 'yes');
    expect(data?.answerQuestionnaire).toMatchObject({
      level: { id: 'sharp' },
      assignment: { challenge: { id: 'text' } },
    });
    expect(owner()?.weeks).toEqual(weeks);
  });
});
