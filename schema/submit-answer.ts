// Answering a challenge: what was taken, or the expected reason why not.
import type { SubmissionRefusal } from '../functions/assignments/submission-refusal.ts';
import { type SubmissionOutcome, submitAnswer } from '../functions/assignments/submit-answer.ts';
import { Assignment } from './assignment.ts';
import { builder } from './builder.ts';
import { Learner } from './learner.ts';
import { Submission } from './submission.ts';

const SubmitAnswerSuccess = builder
  .objectRef<Extract<SubmissionOutcome, { kind: 'submitted' }>>('SubmitAnswerSuccess')
  .implement({
    fields: (t) => ({
      submission: t.expose('submission', { type: Submission }),
      assignment: t.expose('assignment', { type: Assignment }),
      learner: t.expose('learner', { type: Learner }),
      leveledUp: t.boolean({
        description: 'Whether this answer moved the learner up.',
        resolve: ({ submission }) => submission.leveledUp,
      }),
    }),
  });

const ErrorInterface = builder.interfaceRef<SubmissionRefusal>('Error').implement({
  resolveType: ({ error }) => error,
  fields: (t) => ({ message: t.exposeString('message') }),
});

const plainErrors = (
  [
    'NotAssignedError',
    'NotEntitledError',
    'AlreadyPassedError',
    'AttemptsExhaustedError',
    'InvalidAnswerError',
    'IdempotencyConflictError',
  ] as const
).map((name) => builder.objectRef<SubmissionRefusal>(name).implement({ interfaces: [ErrorInterface] }));

const TooSoonError = builder
  .objectRef<Extract<SubmissionRefusal, { error: 'TooSoonError' }>>('TooSoonError')
  .implement({
    interfaces: [ErrorInterface],
    fields: (t) => ({ nextAttemptAt: t.expose('nextAttemptAt', { type: 'DateTime' }) }),
  });

const SubmitAnswerResult = builder.unionType('SubmitAnswerResult', {
  types: [SubmitAnswerSuccess, ...plainErrors, TooSoonError],
  resolveType: (outcome) => (outcome.kind === 'submitted' ? 'SubmitAnswerSuccess' : outcome.error),
});

builder.mutationField('submitAnswer', (t) =>
  t.withAuth({ learner: true }).field({
    type: SubmitAnswerResult,
    // Far more than anybody types, and repeats after lost answers are free of harm.
    rateLimit: { max: 30, windowSeconds: 60 },
    description:
      'The same idempotencyKey with the same answer returns the first result; with another answer it is an error.',
    args: {
      challengeId: t.arg.id({ required: true }),
      answer: t.arg.string({ required: true }),
      idempotencyKey: t.arg.id({ required: true }),
    },
    resolve: (_root, submitted, { services, viewer }) =>
      submitAnswer(services, { learnerId: viewer.learnerId, ...submitted }),
  }),
);
