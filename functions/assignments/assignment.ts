// An assignment: the challenge that one learner got in one week.
import type { Catalogue } from '../challenges/catalogue.ts';
import type { Challenge } from '../challenges/challenge.ts';
import type { Learner, LearnerWeek } from '../learners/learner.ts';

/** Null where the week brought no challenge, or the catalogue no longer holds it. */
export function assignment(
  { id, weeks }: Pick<Learner, 'id' | 'weeks'>,
  week: string,
  { challenges }: Catalogue,
): Assignment | null {
  const released = weeks[week];
  const challenge = released?.challengeId == null ? undefined : challenges.get(released.challengeId);
  if (released === undefined || challenge === undefined) return null;
  return {
    id: `${week}_${id}`,
    week,
    challenge,
    outcome: released.outcome,
    attemptsLeft: submissionsMax,
    nextAttemptAt: null,
    submissions: [],
  };
}

export type Assignment = {
  /** `<week>_<learnerId>`. */
  id: string;
  week: string;
  challenge: Challenge;
  outcome: LearnerWeek['outcome'];
  attemptsLeft: number;
  /** Null where an attempt may be made now. */
  nextAttemptAt: Date | null;
  submissions: Submission[];
};

/** One answer, with its mark. */
export type Submission = {
  id: string;
  challengeId: string;
  answer: string;
  mark: 'PASSED' | 'FAILED' | 'PENDING_REVIEW';
  note: string | null;
  submittedAt: Date;
};

/** Answers that an assignment takes (architecture §1). */
const submissionsMax = 5;
