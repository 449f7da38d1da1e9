// Rule: whether a learner may answer the placement questionnaire.
import type { Learner } from './learner.ts';

/** Until their first submission; who was never placed may even then, or they would never climb. */
export function mayAnswerQuestionnaire({
  levelId,
  firstSubmittedAt,
}: Pick<Learner, 'levelId' | 'firstSubmittedAt'>): boolean {
  return levelId === null || firstSubmittedAt === null;
}
