// What one week brought a learner, for tests.
import type { LearnerWeek } from '../../functions/learners/learner.ts';

/** Open, released on the Monday morning of 2026-W48 unless told otherwise. */
export function aWeek(challengeId: string | null, overrides: Partial<LearnerWeek> = {}): LearnerWeek {
  return { challengeId, releasedAt: new Date('2026-11-23T08:10:00Z'), outcome: 'OPEN', answeredAt: null, ...overrides };
}
