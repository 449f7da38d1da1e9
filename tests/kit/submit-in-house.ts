// Submits an answer of the learner of an answering house.
import type { AssignmentRecord } from '../../functions/assignments/assignment-record.ts';
import { submitAnswer } from '../../functions/assignments/submit-answer.ts';
import type { House } from './a-house.ts';

export const learnerId = 'shopify-1001';

/** Answers `number` with `8` unless told otherwise. */
export async function submitIn(
  house: House,
  part: Partial<{ challengeId: string; answer: string; idempotencyKey: string }>,
) {
  const whole = { learnerId, challengeId: 'number', answer: '8', idempotencyKey: 'a-key', ...part };
  const outcome = await submitAnswer(house.services, whole);
  if (outcome.kind === 'refused') return { refused: outcome.error };
  const { submission, assignment, learner } = outcome;
  return { submission, outcome: assignment.outcome, levelId: learner.levelId, passes: learner.passes };
}

export async function recordOf(house: House, week = '2026-W48'): Promise<AssignmentRecord | null> {
  return (await house.stores.assignments.ofWeeks(learnerId, [week]))[0] ?? null;
}
