import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../functions/errors.ts';
import { place } from '../../functions/learners/place.ts';
import { aLevel } from '../kit/a-level.ts';
import { answersTo, aQuestionnaire } from '../kit/a-questionnaire.ts';

const levels = [
  aLevel(),
  aLevel({ id: 'keen', order: 2, name: 'Keen' }),
  aLevel({ id: 'sharp', order: 3, name: 'Sharp' }),
];

const reply = fc.constantFrom('no', 'some', 'yes');

describe('a placement', () => {
  test('is on the highest level whose threshold the points reach', () => {
    const points = { no: 0, some: 37, yes: 74 };
    fc.assert(
      fc.property(
        reply,
        reply,
        fc.array(fc.integer({ min: -10, max: 160 }), { minLength: 3, maxLength: 3 }),
        (a, b, min) => {
          const thresholds = levels.map(({ id }, at) => ({ levelId: id, minPoints: min[at] ?? 0 }));
          const sum = points[a as keyof typeof points] + points[b as keyof typeof points];
          const reached = levels.filter((_level, at) => sum >= (min[at] ?? 0));
          const { level } = place(aQuestionnaire({ thresholds }), answersTo(a, b), levels);
          expect(level).toBe(reached.at(-1) ?? levels[0]);
        },
      ),
    );
  });

  test('is on the lowest level where no threshold is reached', () => {
    const thresholds = [{ levelId: 'keen', minPoints: 1 }];
    expect(place(aQuestionnaire({ thresholds }), answersTo('no', 'no'), levels).level.id).toBe('curious');
  });

  test('passes over the threshold of a level that no longer exists', () => {
    const thresholds = [
      { levelId: 'curious', minPoints: 0 },
      { levelId: 'gone', minPoints: 1 },
    ];
    expect(place(aQuestionnaire({ thresholds }), answersTo('yes', 'yes'), levels).level.id).toBe('curious');
  });

  test('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(reply, reply, (a, b) => {
        const answers = answersTo(a, b);
        expect(place(aQuestionnaire(), answers.toReversed(), levels)).toEqual(place(aQuestionnaire(), answers, levels));
      }),
    );
  });

  test('says why in one sentence with the level and its rung, and tells no points', () => {
    expect(place(aQuestionnaire(), answersTo('some', 'no'), levels).reason).toBe(
      'Your answers fit Keen, which is level 2 of 3.',
    );
  });

  test('needs a level', () => {
    expect(() => place(aQuestionnaire(), answersTo('no', 'no'), [])).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
  });

  test('is given for exactly one of its own choices to each question, and else names answers and nothing that was sent', () => {
    const id = fc.constantFrom('puzzles', 'proofs', 'sent-by-someone', '__proto__');
    const choice = fc.constantFrom('puzzles-no', 'puzzles-yes', 'proofs-some', 'sent-by-someone', 'constructor');
    fc.assert(
      fc.property(fc.array(fc.record({ questionId: id, choiceId: choice }), { maxLength: 4 }), (answers) => {
        const fits = ['puzzles', 'proofs'].every((question) => {
          const given = answers.filter(({ questionId }) => questionId === question);
          return given.length === 1 && given[0]?.choiceId.startsWith(`${question}-`);
        });
        try {
          place(aQuestionnaire(), answers, levels);
          expect(fits && answers.length === 2).toBe(true);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(fits && answers.length === 2).toBe(false);
          expect(error.code).toBe('BAD_USER_INPUT');
          expect(error.message).toMatch(/^answers[ :[]/);
          expect(error.message).toMatch(/puzzles|proofs/);
          expect(error.message).not.toMatch(/sent-by|proto|constructor/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
