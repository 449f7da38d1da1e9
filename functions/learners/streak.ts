// Rule: how many weeks in a row a learner has kept up.
import type { Learner, LearnerWeek } from './learner.ts';

/**
 * Assignments in a row, back from the newest, each passed before the next one was released. Neutral are the newest one
 * while it is open, one whose answer came in time and waits for its review, and every week without an assignment: paused, or the questionnaire's.
 * Always computed from the weeks, so that it is right also the moment the next week is released.
 */
export function streak(weeks: Learner['weeks']): number {
  const newestFirst = Object.entries(weeks)
    .filter(([, { challengeId }]) => challengeId !== null)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([, learnerWeek]) => learnerWeek);
  let kept = 0;
  for (const [at, learnerWeek] of newestFirst.entries()) {
    const inTime = isInTime(learnerWeek, newestFirst[at - 1]);
    if (learnerWeek.outcome === 'PASSED' && inTime) kept += 1;
    else if (!isUndecided(learnerWeek, { inTime, isNewest: at === 0 })) break;
  }
  return kept;
}

/** Answered before the next one was released. */
function isInTime({ answeredAt }: LearnerWeek, next: LearnerWeek | undefined): boolean {
  return answeredAt !== null && (next === undefined || answeredAt < next.releasedAt);
}

function isUndecided({ outcome }: LearnerWeek, { inTime, isNewest }: { inTime: boolean; isNewest: boolean }): boolean {
  return (outcome === 'PENDING_REVIEW' && inTime) || (outcome === 'OPEN' && isNewest);
}
