// Rule: for how many further weeks there is content for one learner.
import type { Catalogue } from '../challenges/catalogue.ts';
import type { Learner } from '../learners/learner.ts';
import type { MailDecision } from './plan-mail.ts';

/**
 * Published challenges of the learner's level that they have not had when they have had this week's: one a week. 0 for who
 * had them all before; null for who gets no challenge for another reason.
 */
export function contentWeeksLeft(
  { challenges }: Catalogue,
  learner: Pick<Learner, 'levelId' | 'weeks'>,
  { code, challengeId }: MailDecision,
): number | null {
  if (code === 'CONTENT_EXHAUSTED') return 0;
  if (challengeId === null) return null;
  const levelId = learner.levelId ?? challenges.get(challengeId)?.levelId;
  const had = new Set(Object.values(learner.weeks).flatMap((week) => week.challengeId ?? []));
  had.add(challengeId);
  let left = 0;
  for (const challenge of challenges.values()) {
    const isGiven = challenge.publishedAt !== null && challenge.archivedAt === null;
    if (challenge.levelId === levelId && isGiven && !had.has(challenge.id)) left += 1;
  }
  return left;
}

/** The fewer of two, where null is none. */
export function fewestWeeks(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
