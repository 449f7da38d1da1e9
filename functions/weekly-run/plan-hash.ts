// The plan hash: the same learners and content give the same one.
import { createHash } from 'node:crypto';
import type { PlannedMail } from './batch.ts';

/** The hash of a plan without mails: SHA-256 of nothing, in hexadecimal. */
export const emptyPlanHash = createHash('sha256').digest('hex');

/** The hash of a plan and one further mail: a chain over (learner, kind, challenge), so it does not depend on batches. */
export function extendPlanHash(hash: string, mail: Pick<PlannedMail, 'learnerId' | 'challengeId'>): string {
  const kind = mail.challengeId === null ? 'questionnaire' : `challenge ${mail.challengeId}`;
  return createHash('sha256').update(`${hash}\n${mail.learnerId}\n${kind}`).digest('hex');
}
