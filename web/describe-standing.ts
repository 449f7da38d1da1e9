// Says in words how far a learner has come, and how many weeks in a row.
import type { StandingPartsFragment } from './generated/graphql.ts';

/** `passes` is null where there is nothing to count: no level yet, or none above. */
export function describeStanding({ level, progress, streakWeeks }: StandingPartsFragment): StandingDescription {
  return { streak: describeStreak(streakWeeks), ...describeProgress(level, progress) };
}

export type StandingDescription = {
  progress: string;
  streak: string;
  passes: { passed: number; needed: number } | null;
};

function describeStreak(weeks: number): string {
  if (weeks === 0) return 'Pass a challenge in its own week, and a streak begins.';
  return weeks === 1 ? 'Passed one week in a row.' : `Passed ${weeks} weeks in a row.`;
}

function describeProgress(
  level: StandingPartsFragment['level'],
  progress: StandingPartsFragment['progress'],
): Pick<StandingDescription, 'progress' | 'passes'> {
  if (level === null || progress === null) return { progress: 'Your level is not known yet.', passes: null };
  const { needed, nextLevel } = progress;
  if (nextLevel === null) {
    return { progress: 'This is the top of the ladder. From here it is for the pleasure of it.', passes: null };
  }
  const passed = Math.min(progress.passed, needed);
  return { progress: `${passed} of ${needed} passes on the way to ${nextLevel.name}.`, passes: { passed, needed } };
}
