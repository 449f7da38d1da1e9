// Says in words how a learner stands with one challenge.
import type { Answering } from './answering.ts';

/**
 * @param attempts how many were made and how many are left
 * @param newLevel the name of the level that the last answer has led up to, or null
 * @returns null where nothing was tried yet and there is nothing to say
 */
export function describeResult(
  answering: Answering,
  attempts: { made: number; left: number },
  newLevel: string | null,
): ResultDescription | null {
  if (answering !== 'open') {
    if (answering === 'passed' && newLevel !== null) {
      return {
        heading: `You are on ${newLevel} now`,
        sentence: 'Passed, and one level up. Well climbed.',
        mood: 'good',
      };
    }
    return RESULTS[answering];
  }
  if (attempts.made === 0) return null;
  const left = attempts.left === 1 ? 'One attempt is left' : `${attempts.left} attempts are left`;
  return { heading: 'Not yet', sentence: `${left}. Take your time.`, mood: 'calm' };
}

/** `good` is for what was reached. */
export type ResultDescription = { heading: string; sentence: string; mood: 'good' | 'calm' };

const RESULTS: Record<Exclude<Answering, 'open'>, ResultDescription> = {
  passed: { heading: 'Passed', sentence: 'Well done. New challenges come out on Mondays.', mood: 'good' },
  waiting: {
    heading: 'Waiting for review',
    sentence: 'A person reads your answer. What they think of it appears here.',
    mood: 'calm',
  },
  exhausted: {
    heading: 'No attempts left',
    sentence: 'This one stays unsolved, and that is all right. The next challenge is a fresh start.',
    mood: 'calm',
  },
  notEntitled: {
    heading: 'Answers are closed',
    sentence:
      'Your subscription has ended, so this challenge can be read but not answered. What you have done stays here. You can renew in the shop.',
    mood: 'calm',
  },
};
