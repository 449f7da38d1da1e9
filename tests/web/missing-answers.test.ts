import { expect, test } from 'vitest';
import { missingAnswers } from '../../web/missing-answers.ts';

const QUESTIONS = ['habit', 'jacket', 'roses', 'dice'].map((id) => ({ id }));
const chosen = (...ids: string[]) => new Map(ids.map((id) => [id, 'a']));

test('nothing is missing once every question has an answer', () => {
  expect(missingAnswers(QUESTIONS, chosen('habit', 'jacket', 'roses', 'dice'))).toBeNull();
});

test('each missing answer is named by its question', () => {
  expect(missingAnswers(QUESTIONS, chosen('habit', 'jacket', 'dice'))).toEqual({
    places: [3],
    sentence: 'Question 3 still needs an answer.',
  });
  expect(missingAnswers(QUESTIONS, chosen('jacket'))?.sentence).toBe('Questions 1, 3 and 4 still need an answer.');
});
