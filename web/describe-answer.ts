// Says what kind of answer a challenge asks for.
import type { AnswerKind } from './generated/graphql.ts';

export function describeAnswer(kind: AnswerKind): string {
  return SENTENCES[kind];
}

const SENTENCES: Record<AnswerKind, string> = {
  TEXT: 'The answer is a word or a short phrase.',
  NUMBER: 'The answer is a number.',
  CHOICE: 'The answer is one of these:',
  SELF_REPORT: 'You tell us yourself when you have done it.',
  REVIEW: 'Your answer is read by a person.',
};
