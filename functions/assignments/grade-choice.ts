// Rule: the mark of a choice.
import type { AnswerKey } from '../challenges/check-answer-key.ts';
import type { AnswerGrade } from './answer-grade.ts';

/**
 * Word for word one of the choices: only white space around it and the Unicode normalisation form, which no reader sees and
 * a form or a keyboard may change, are not looked at where no choice is the very same.
 */
export function gradeChoice(
  { choices, accepted }: Pick<AnswerKey, 'choices' | 'accepted'>,
  answer: string,
): AnswerGrade {
  const same = (choice: string) => tidy(choice) === tidy(answer);
  const chosen = choices?.find((choice) => choice === answer) ?? choices?.find(same);
  if (chosen === undefined) return { kind: 'invalid', message: 'answer must be one of the choices, word for word.' };
  return { kind: 'marked', mark: accepted.includes(chosen) ? 'PASSED' : 'FAILED' };
}

function tidy(choice: string): string {
  return choice.normalize('NFC').trim();
}
