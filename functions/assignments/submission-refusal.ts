// Rule: why no answer is taken to an assignment, whatever the answer is.
import type { Learner, LearnerWeek } from '../learners/learner.ts';
import { type AssignmentRecord, submissionsMax } from './assignment-record.ts';
import { attempts } from './attempts.ts';

/** Null where an answer may be given now. The weightiest reason comes first: waiting helps with none but the last. */
export function submissionRefusal(
  { customer }: Pick<Learner, 'customer'>,
  { outcome }: LearnerWeek,
  { record, now }: { record: AssignmentRecord | null; now: Date },
): SubmissionRefusal | null {
  if (!customer.entitled) {
    return refused(
      'NotEntitledError',
      'You no longer have the weekly challenge, so no answers are taken. Your history stays here.',
    );
  }
  if (outcome === 'PASSED') return refused('AlreadyPassedError', 'You have passed this challenge already.');
  if (outcome === 'PENDING_REVIEW') {
    return refused(
      'AttemptsExhaustedError',
      'Your answer is waiting for its review. If it does not pass, you can answer again.',
    );
  }
  const { attemptsLeft, nextAttemptAt } = attempts(record, now);
  if (attemptsLeft === 0) {
    return refused('AttemptsExhaustedError', `All ${submissionsMax} attempts at this challenge are used up.`);
  }
  if (nextAttemptAt === null) return null;
  const minutes = Math.ceil((nextAttemptAt.getTime() - now.getTime()) / 60_000);
  const message = `The next attempt may be made in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
  return { kind: 'refused', error: 'TooSoonError', message, nextAttemptAt, change: null };
}

/** An expected failure of a submission, by its name in the public contract. */
export type SubmissionRefusal =
  | { kind: 'refused'; error: PlainError; message: string; change: null }
  | { kind: 'refused'; error: 'TooSoonError'; message: string; nextAttemptAt: Date; change: null };

type PlainError =
  | 'NotAssignedError'
  | 'NotEntitledError'
  | 'AlreadyPassedError'
  | 'AttemptsExhaustedError'
  | 'InvalidAnswerError'
  | 'IdempotencyConflictError';

export function refused(error: PlainError, message: string): SubmissionRefusal {
  return { kind: 'refused', error, message, change: null };
}
