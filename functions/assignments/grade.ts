// Rule: the mark of an answer.
import type { AnswerKey } from '../challenges/check-answer-key.ts';
import type { AnswerGrade } from './answer-grade.ts';
import { findAnswerFault } from './find-answer-fault.ts';
import { gradeChoice } from './grade-choice.ts';
import { gradeNumber } from './grade-number.ts';
import { gradeText } from './grade-text.ts';

/** Any string may come in. Nothing of the answer or of the key is in a message. */
export function grade(challenge: AnswerKey, answer: string): AnswerGrade {
  const fault = findAnswerFault(answer);
  if (fault !== null) return { kind: 'invalid', message: fault };
  switch (challenge.answerKind) {
    case 'TEXT':
      return gradeText(challenge, answer);
    case 'NUMBER':
      return gradeNumber(challenge, answer);
    case 'CHOICE':
      return gradeChoice(challenge, answer);
    case 'SELF_REPORT':
      return { kind: 'marked', mark: 'PASSED' };
    case 'REVIEW':
      return { kind: 'marked', mark: 'PENDING_REVIEW' };
  }
}
