// Says what kind of answer a challenge asks for.
import type { AnswerKind } from './generated/graphql.ts';

export function describeAnswer(kind: AnswerKind): string {
  return SENTENCES[kind];
}

const SENTENCES: Record<AnswerKind, string> = {
  TEXT: 'A word or a short phrase.',
  NUMBER: 'A number.',
  CHOICE: 'Choose one.',
  SELF_REPORT: 'Tell us in a sentence or two what you did and noticed. There is no wrong answer.',
  REVIEW: 'In your own words. A person reads it, which may take some days.',
};
