// Rule: the mark of a text.
import type { AnswerKey } from '../challenges/check-answer-key.ts';
import type { AnswerGrade } from './answer-grade.ts';
import { normaliseText } from './normalise-text.ts';

/** Passes if it says the same as any accepted answer, both normalised in the same way. */
export function gradeText({ accepted }: Pick<AnswerKey, 'accepted'>, answer: string): AnswerGrade {
  const normalised = normaliseText(answer);
  const passes = accepted.some((key) => normaliseText(key) === normalised);
  return { kind: 'marked', mark: passes ? 'PASSED' : 'FAILED' };
}
