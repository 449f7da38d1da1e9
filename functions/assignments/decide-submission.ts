// Rule: what becomes of an answer.
import type { Catalogue } from '../challenges/catalogue.ts';
import type { Challenge } from '../challenges/challenge.ts';
import { countPass } from '../learners/count-pass.ts';
import type { Learner, LearnerWeek } from '../learners/learner.ts';
import type { AssignmentRecord, Submission } from './assignment-record.ts';
import { attempts } from './attempts.ts';
import { grade } from './grade.ts';
import { refused, type SubmissionRefusal, submissionRefusal } from './submission-refusal.ts';

/**
 * Whether the answer is taken, and what is then written. A key that came before with this answer gives the submission of
 * then, whatever has happened since; keys are an assignment's own. An answer that is not of the right form costs no attempt.
 */
export function decideSubmission(
  { learner, week, record }: FoundAssignment,
  answer: SubmittedAnswer,
  { catalogue, now }: { catalogue: Catalogue; now: Date },
): SubmissionDecision {
  const learnerWeek = week === null ? undefined : learner.weeks[week];
  const challenge = catalogue.challenges.get(answer.challengeId);
  if (week === null || learnerWeek === undefined || challenge === undefined) {
    return refused('NotAssignedError', 'challengeId must be a challenge that you were given.');
  }
  const earlier = record?.submissions.find(({ idempotencyKey }) => idempotencyKey === answer.idempotencyKey);
  if (earlier?.answer === answer.answer) return { kind: 'repeated', submission: earlier, week, change: null };
  if (earlier !== undefined) {
    return refused(
      'IdempotencyConflictError',
      'idempotencyKey was used for another answer; each answer needs its own.',
    );
  }
  const refusal = submissionRefusal(learner, learnerWeek, { record, now });
  if (refusal !== null) return refusal;
  const graded = grade(challenge, answer.answer);
  if (graded.kind === 'invalid') return refused('InvalidAnswerError', graded.message);

  const last = attempts(record, now).attemptsLeft === 1;
  const outcome: LearnerWeek['outcome'] = graded.mark === 'FAILED' && !last ? 'OPEN' : graded.mark;
  const answeredAt = outcome === 'PENDING_REVIEW' ? now : null;
  const after =
    graded.mark === 'PASSED'
      ? countPass(learner, { week, learnerWeek, answeredAt: now }, catalogue)
      : { levelId: learner.levelId, passes: learner.passes, learnerWeek: { ...learnerWeek, outcome, answeredAt } };
  const leveledUp = after.levelId !== learner.levelId;
  const submission = submissionOf({ learner, week, record }, answer, { challenge, mark: graded.mark, leveledUp, now });
  return {
    kind: 'taken',
    submission,
    week,
    change: {
      progress: { ...after, firstSubmittedAt: learner.firstSubmittedAt ?? now },
      record: {
        learnerId: learner.id,
        week,
        challengeId: challenge.id,
        outcome,
        submissions: [...(record?.submissions ?? []), submission],
        toReviewSince: graded.mark === 'PENDING_REVIEW' ? now : null,
      },
    },
  };
}

/** `week` is null where the learner was not given the challenge; `record` where nothing was answered to it yet. */
export type FoundAssignment = { learner: Learner; week: string | null; record: AssignmentRecord | null };

export type SubmittedAnswer = { challengeId: string; answer: string; idempotencyKey: string };

/** What an answer or its review changes. */
export type AssignmentChange = {
  record: AssignmentRecord;
  progress: Pick<Learner, 'levelId' | 'passes' | 'firstSubmittedAt'> & { learnerWeek: LearnerWeek };
};

/** `repeated`: the request came before, and nothing is written. */
export type SubmissionDecision =
  | { kind: 'taken'; submission: Submission; week: string; change: AssignmentChange }
  | { kind: 'repeated'; submission: Submission; week: string; change: null }
  | SubmissionRefusal;

function submissionOf(
  { learner, week, record }: FoundAssignment,
  { answer, idempotencyKey }: SubmittedAnswer,
  marked: { challenge: Challenge; mark: Submission['mark']; leveledUp: boolean; now: Date },
): Submission {
  const number = (record?.submissions.length ?? 0) + 1;
  return {
    id: `${week}_${learner.id}_${number}`,
    challengeId: marked.challenge.id,
    answer,
    mark: marked.mark,
    note: null,
    submittedAt: marked.now,
    revision: marked.challenge.revision,
    leveledUp: marked.leveledUp,
    idempotencyKey,
  };
}
