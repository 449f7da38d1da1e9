// A placement questionnaire for tests.
import type { Questionnaire } from '../../functions/challenges/questionnaire.ts';

/** Two questions of 0, 37 or 74 points each; `keen` from 37 and `sharp` from 111 points on. */
export function aQuestionnaire(overrides: Partial<Questionnaire> = {}): Questionnaire {
  const choices = (question: string) => [
    { id: `${question}-no`, text: 'Not yet', points: 0 },
    { id: `${question}-some`, text: 'Some', points: 37 },
    { id: `${question}-yes`, text: 'All of it', points: 74 },
  ];
  return {
    version: '3',
    questions: [
      { id: 'puzzles', prompt: 'How many puzzles do you solve?', choices: choices('puzzles') },
      { id: 'proofs', prompt: 'Do you like proofs?', choices: choices('proofs') },
    ],
    thresholds: [
      { levelId: 'curious', minPoints: 0 },
      { levelId: 'keen', minPoints: 37 },
      { levelId: 'sharp', minPoints: 111 },
    ],
    ...overrides,
  };
}

/** An answer to each question, by the end of the choices' ids. */
export function answersTo(puzzles: string, proofs: string): { questionId: string; choiceId: string }[] {
  return [
    { questionId: 'puzzles', choiceId: `puzzles-${puzzles}` },
    { questionId: 'proofs', choiceId: `proofs-${proofs}` },
  ];
}
