// Rule: the mark of an answer.
import type { AnswerKey } from '../challenges/check-answer-key.ts';
import type { Submission } from './assignment-record.ts';
import { findAnswerFault } from './find-answer-fault.ts';
import { gradeChoice } from './grade-choice.ts';
import { gradeNumber } from './grade-number.ts';
import { gradeText } from './grade-text.ts';

/** Any string may come in. Nothing of the answer or of the key is in a message. */
export function grade(challenge: AnswerKey, answer: string): Grade {
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

/** `invalid`: not an answer of the right form, which costs no attempt. The message says what would be right. */
export type Grade = { kind: 'marked'; mark: Submission['mark'] } | { kind: 'invalid'; message: string };
