// Says in a word or two how a week went.
import type { AssignmentOutcome } from './generated/graphql.ts';

export function describeOutcome(outcome: AssignmentOutcome): string {
  return WORDS[outcome];
}

const WORDS: Record<AssignmentOutcome, string> = {
  OPEN: 'Open',
  PENDING_REVIEW: 'Waiting for review',
  PASSED: 'Passed',
  FAILED: 'Not passed',
};
