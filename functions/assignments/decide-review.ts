// Rule: what a reviewer's mark does.
import type { Catalogue } from '../challenges/catalogue.ts';
import { AppError } from '../errors.ts';
import { countPass } from '../learners/count-pass.ts';
import { type AssignmentRecord, type Submission, submissionsMax } from './assignment-record.ts';
import type { AssignmentChange, FoundAssignment } from './decide-submission.ts';

/**
 * A pass counts from the instant of the submission; what does not pass leaves the attempts that are left. Throws
 * `NOT_FOUND` where there is no such submission, `BAD_USER_INPUT` where it was marked already.
 */
export function decideReview(
  { learner, week, record }: FoundAssignment,
  { id, passed, note }: Review,
  catalogue: Catalogue,
): { submission: Submission; change: AssignmentChange } {
  const submission = record?.submissions.find((one) => one.id === id);
  const learnerWeek = week === null ? undefined : learner.weeks[week];
  if (record === null || week === null || learnerWeek === undefined || submission === undefined) {
    throw new AppError('NOT_FOUND', 'There is no submission with this id.');
  }
  if (submission.mark !== 'PENDING_REVIEW') {
    throw new AppError('BAD_USER_INPUT', 'id must be a submission that waits for its review; this one is marked.');
  }
  const outcome: AssignmentRecord['outcome'] = passed
    ? 'PASSED'
    : record.submissions.length < submissionsMax
      ? 'OPEN'
      : 'FAILED';
  const after = passed
    ? countPass(learner, { week, learnerWeek, answeredAt: submission.submittedAt }, catalogue)
    : { levelId: learner.levelId, passes: learner.passes, learnerWeek: { ...learnerWeek, outcome, answeredAt: null } };
  const reviewed: Submission = {
    ...submission,
    mark: passed ? 'PASSED' : 'FAILED',
    note,
    leveledUp: after.levelId !== learner.levelId,
  };
  const submissions = record.submissions.map((one) => (one.id === id ? reviewed : one));
  return {
    submission: reviewed,
    change: {
      record: { ...record, submissions, outcome, toReviewSince: null },
      progress: { ...after, firstSubmittedAt: learner.firstSubmittedAt },
    },
  };
}

/** `note` is for the learner. */
export type Review = { id: string; passed: boolean; note: string | null };
