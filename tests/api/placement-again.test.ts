import { describe, expect, test } from 'vitest';
import { AnswerQuestionnaireDocument } from '../generated/graphql.ts';
import { answersTo, aQuestionnaire } from '../kit/a-questionnaire.ts';
import { aWeek } from '../kit/a-week.ts';
import { anAnswerer } from '../kit/an-answerer.ts';

/** Never placed; the third week brought a challenge of the first level all the same, as did the two after it. */
const overdue = {
  levelId: null,
  placement: null,
  weeks: {
    '2026-W44': aWeek(null, { releasedAt: new Date('2026-10-26T08:10:00Z') }),
    '2026-W46': aWeek('number', { releasedAt: new Date('2026-11-09T08:10:00Z') }),
    '2026-W47': aWeek('text', { releasedAt: new Date('2026-11-16T08:10:00Z') }),
    '2026-W48': aWeek('choice'),
  },
};

function aPlacer(overrides: Parameters<typeof anAnswerer>[0], questionnaire = aQuestionnaire()) {
  const answerer = anAnswerer(overrides);
  answerer.memory.questionnaire = questionnaire;
  const placeWith = (answers: { questionId: string; choiceId: string }[]) =>
    answerer.ask(AnswerQuestionnaireDocument, { answers }, 'owner');
  return {
    ...answerer,
    placeWith,
    place: (puzzles: string, proofs: string) => placeWith(answersTo(puzzles, proofs)),
  };
}

describe('the questionnaire answered again', () => {
  test('places anew until the first submission, and keeps the challenge of the week', async () => {
    const { place, owner, clock } = aPlacer({ levelId: null, placement: null, weeks: { '2026-W48': aWeek(null) } });
    await place('no', 'no');
    const { weeks } = owner();
    clock.advance(60_000);
    const again = await place('yes', 'yes');
    expect(again.data?.answerQuestionnaire).toMatchObject({
      level: { id: 'sharp' },
      assignment: { challenge: { id: 'number' } },
    });
    expect(owner()).toMatchObject({
      levelId: 'sharp',
      placement: { levelId: 'sharp', placedAt: new Date('2026-11-25T10:01:00Z') },
      weeks,
    });
  });

  test('records the version that was answered this time', async () => {
    const { place, owner, memory } = aPlacer({ levelId: null, placement: null, weeks: {} });
    await place('no', 'no');
    memory.questionnaire = aQuestionnaire({ version: '10' });
    await place('no', 'no');
    expect(owner().placement?.version).toBe('10');
  });

  test.each(['7', '8'])(
    'is ALREADY_STARTED after the first submission, %s, says why, and changes nothing',
    async (answer) => {
      const { place, submit, owner, memory } = aPlacer({
        levelId: null,
        placement: null,
        weeks: { '2026-W48': aWeek(null) },
      });
      await place('no', 'no');
      await submit('number', answer);
      const before = owner();
      memory.written.length = 0;
      const { data, errors } = await place('yes', 'yes');
      expect(data).toBeNull();
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/submitted an answer already/), extensions: { code: 'ALREADY_STARTED' } },
      ]);
      expect(owner()).toEqual(before);
      expect(memory.written).toEqual([]);
    },
  );

  test('is open still where an answer was refused, for nothing was submitted', async () => {
    const { place, submit } = aPlacer({ levelId: null, placement: null, weeks: { '2026-W48': aWeek(null) } });
    await place('no', 'no');
    await submit('number', 'eight');
    expect((await place('yes', 'yes')).data?.answerQuestionnaire.level.id).toBe('sharp');
  });
});

describe('a learner who was never placed', () => {
  test('may submit and still be placed once, and what they passed of that level counts', async () => {
    const { place, submit, owner } = aPlacer(overdue);
    expect(await submit('number', '8')).toMatchObject({ leveledUp: false, learner: { level: null, progress: null } });
    const placed = await place('no', 'no');
    expect(placed.data?.answerQuestionnaire).toMatchObject({ level: { id: 'curious' } });
    expect(owner()).toMatchObject({ levelId: 'curious', passes: 1 });
    expect((await place('yes', 'yes')).errors).toMatchObject([{ extensions: { code: 'ALREADY_STARTED' } }]);
    expect(await submit('text', 'Paris')).toMatchObject({ leveledUp: true, learner: { level: { id: 'keen' } } });
  });

  test('is placed on another level without what they passed below it', async () => {
    const { place, submit, owner } = aPlacer(overdue);
    await submit('number', '8');
    await place('some', 'no');
    expect(owner()).toMatchObject({ levelId: 'keen', passes: 0 });
  });

  test('who passed enough of that level is placed on the next, as the passes lead', async () => {
    const { place, submit, owner } = aPlacer(overdue);
    await submit('number', '8');
    await submit('text', 'Paris');
    expect((await place('no', 'no')).data?.answerQuestionnaire.level.id).toBe('keen');
    expect(owner()).toMatchObject({ levelId: 'keen', passes: 0, placement: { levelId: 'curious' } });
  });
});

describe('answers that do not fit the questionnaire', () => {
  const [puzzles, proofs] = answersTo('no', 'no') as [
    { questionId: string; choiceId: string },
    { questionId: string; choiceId: string },
  ];
  test.each([
    ['a question answered twice', [puzzles, puzzles, proofs], /^answers .*once: puzzles/],
    ['a question answered twice, differently', [...answersTo('yes', 'no'), puzzles], /^answers .*once: puzzles/],
    ['a question not answered', [puzzles], /^answers .*once: proofs is missing/],
    ['no answers', [], /^answers .*once: puzzles is missing/],
    [
      'an unknown question',
      [puzzles, proofs, { questionId: 'secret', choiceId: 'x' }],
      /^answers\[2\]\.questionId .*puzzles, proofs/,
    ],
    [
      'another question’s choice',
      [puzzles, { ...proofs, choiceId: puzzles.choiceId }],
      /^answers: the choiceId of proofs .*proofs-no, proofs-some, proofs-yes/,
    ],
    ['a choice that is none', [puzzles, { ...proofs, choiceId: '__proto__' }], /^answers: the choiceId of proofs/],
  ])('%s: BAD_USER_INPUT that names answers and the question, and nothing changes', async (_name, answers, message) => {
    const { placeWith, owner, memory } = aPlacer({
      levelId: null,
      placement: null,
      weeks: { '2026-W48': aWeek(null) },
    });
    const before = owner();
    const { data, errors } = await placeWith(answers);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors[0]?.message).not.toMatch(/secret|proto/);
    expect(owner()).toEqual(before);
    expect(memory.written).toEqual([]);
  });

  test.each(['stranger', 'editor', 'learnerByGoogle'] as const)('a %s cannot answer it at all', async (as) => {
    const { ask, memory } = aPlacer(overdue);
    const { errors } = await ask(AnswerQuestionnaireDocument, { answers: answersTo('no', 'no') }, as);
    expect(errors).toMatchObject([{ extensions: { code: as === 'stranger' ? 'UNAUTHENTICATED' : 'FORBIDDEN' } }]);
    expect(memory.written).toEqual([]);
  });
});
