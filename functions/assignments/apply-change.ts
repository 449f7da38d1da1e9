// Rule: learner and assignment as they are after a change.
import type { Learner } from '../learners/learner.ts';
import type { AssignmentChange, FoundAssignment } from './decide-submission.ts';

export function applyChange(learner: Learner, { record, progress }: AssignmentChange): FoundAssignment {
  const { learnerWeek, ...parts } = progress;
  const weeks = { ...learner.weeks, [record.week]: learnerWeek };
  return { learner: { ...learner, ...parts, weeks }, week: record.week, record };
}
