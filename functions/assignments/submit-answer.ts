// A learner answers a challenge they were given.
import { z } from 'zod';
import { challengeSchema } from '../challenges/challenge.ts';
import { AppError } from '../errors.ts';
import type { Learner } from '../learners/learner.ts';
import { noSuchLearner } from '../learners/no-such-learner.ts';
import { parseArgument } from '../parse-argument.ts';
import type { Services } from '../services.ts';
import { type Assignment, assignment } from './assignment.ts';
import type { Submission } from './assignment-record.ts';
import { decideSubmission, type SubmittedAnswer } from './decide-submission.ts';
import { type LearnerReading, learnerReading } from './learner-reading.ts';
import type { SubmissionRefusal } from './submission-refusal.ts';

/**
 * Marks the answer and counts it, in one transaction over learner and assignment. What the learner can do something about
 * is an outcome, and changes nothing. Throws `BAD_USER_INPUT` where `challengeId` or `idempotencyKey` has not the right
 * form, `NOT_FOUND` where the learner is gone.
 */
export async function submitAnswer(
  services: Services,
  { learnerId, ...submitted }: SubmittedAnswer & { learnerId: string },
): Promise<SubmissionOutcome> {
  const challengeId = parseArgument('challengeId', challengeSchema.shape.id, submitted.challengeId);
  const idempotencyKey = parseArgument('idempotencyKey', idempotencyKeySchema, submitted.idempotencyKey);
  const { assignments, content } = await services.stores();
  const catalogue = await content.catalogue();
  const changed = await assignments.change({ learnerId, weekOf: weekOfChallenge(challengeId) }, (found) =>
    decideSubmission(found, { ...submitted, challengeId, idempotencyKey }, { catalogue, now: services.clock.now() }),
  );
  if (changed === null) throw noSuchLearner();
  const { decision, record } = changed;
  if (decision.kind === 'refused') return decision;
  const { submission, week } = decision;
  const learner = learnerReading(services, changed.learner, new Map([[week, record]]));
  const answered = assignment(learner, week, catalogue);
  if (answered === null) throw new AppError('UNREADABLE', 'An answer was taken to a challenge that does not exist.');
  return { kind: 'submitted', submission, assignment: answered, learner };
}

/** The submission, with assignment and learner as they are afterwards, or why there is none. */
export type SubmissionOutcome =
  | { kind: 'submitted'; submission: Submission; assignment: Assignment; learner: LearnerReading }
  | SubmissionRefusal;

/** Nobody is given a challenge twice. */
function weekOfChallenge(challengeId: string): (learner: Learner) => string | null {
  return ({ weeks }) => Object.keys(weeks).find((week) => weeks[week]?.challengeId === challengeId) ?? null;
}

const idempotencyKeySchema = z
  .string()
  .regex(/^[\w-]{1,100}$/, 'must be 1 to 100 letters, digits, _ or -, such as a UUID: a new one for each answer');
