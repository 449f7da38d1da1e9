// An assignment: the challenge that one learner got in one week.
import type { Catalogue } from '../challenges/catalogue.ts';
import type { Challenge } from '../challenges/challenge.ts';
import type { LearnerWeek } from '../learners/learner.ts';
import type { AssignmentRecord } from './assignment-record.ts';
import type { LearnerReading } from './learner-reading.ts';

/** Null where the week brought no challenge, or the catalogue no longer holds it. */
export function assignment(learner: LearnerReading, week: string, { challenges }: Catalogue): Assignment | null {
  const learnerWeek = learner.weeks[week];
  const challenge = learnerWeek?.challengeId == null ? undefined : challenges.get(learnerWeek.challengeId);
  if (learnerWeek === undefined || challenge === undefined) return null;
  return {
    id: `${week}_${learner.id}`,
    week,
    challenge,
    outcome: learnerWeek.outcome,
    record: () => learner.record(week),
  };
}

export type Assignment = {
  /** `<week>_<learnerId>`. */
  id: string;
  week: string;
  challenge: Challenge;
  outcome: LearnerWeek['outcome'];
  /** What was answered, read when it is asked for; null where nothing was. */
  record(): Promise<AssignmentRecord | null>;
};
