// Rule: how many attempts are left, and when the next one may be made.
import { type AssignmentRecord, submissionsMax } from './assignment-record.ts';

/** `nextAttemptAt` is null where an attempt may be made now, and where none will be. */
export function attempts(record: Pick<AssignmentRecord, 'outcome' | 'submissions'> | null, now: Date): Attempts {
  if (record === null) return { attemptsLeft: submissionsMax, nextAttemptAt: null };
  const attemptsLeft = Math.max(0, submissionsMax - record.submissions.length);
  const last = record.submissions.at(-1);
  const waitMinutes = coolDownMinutes[record.submissions.length - 1];
  if (record.outcome !== 'OPEN' || last === undefined || waitMinutes === undefined) {
    return { attemptsLeft, nextAttemptAt: null };
  }
  const nextAttemptAt = new Date(last.submittedAt.getTime() + waitMinutes * 60_000);
  return { attemptsLeft, nextAttemptAt: nextAttemptAt > now ? nextAttemptAt : null };
}

export type Attempts = { attemptsLeft: number; nextAttemptAt: Date | null };

/** After the first attempt, the second and so on: room to think, and no room to guess one's way through. */
const coolDownMinutes = [1, 5, 15, 60];
