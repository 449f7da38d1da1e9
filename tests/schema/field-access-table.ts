// The written table of who sees which field below the root. A field that is not in it fails access.test.ts.
import { audiences, type Outcomes } from './audiences.ts';

const { everyone, nobody, learners, me, owner, ownerOrEditors, editorsOrNull, editors, operators } = audiences;

/**
 * A way from the root to a type, with FIELD in its place. All fields have the same outcomes, but those that `except` names:
 * what a resolver decides by itself.
 */
type Door = { operation: string; outcomes: Outcomes; except?: Record<string, Outcomes> };
type TypeAccess = { fields: string; doors: Door[] };

const submit = (challengeId: string, answer: string, key: string, on: string) =>
  `mutation { submitAnswer(challengeId: "${challengeId}", answer: "${answer}", idempotencyKey: "${key}") { ... on ${on} { FIELD } } }`;
const refusal = (operation: string, outcomes = owner): TypeAccess => ({
  fields: 'message',
  doors: [{ operation, outcomes }],
});
const mine = '{ me { currentAssignment { FIELD } } }';
const placed = 'mutation { answerQuestionnaire(answers: [{ questionId: "often", choiceId: "daily" }]) { FIELD } }';

/** By type, fields separated by spaces. */
export const fieldAccessTable: Record<string, TypeAccess> = {
  Level: {
    fields: 'id order name summary passesToAdvance',
    doors: [
      { operation: '{ levels { FIELD } }', outcomes: everyone },
      { operation: '{ me { level { FIELD } } }', outcomes: me },
    ],
  },
  Questionnaire: {
    fields: 'version questions',
    doors: [{ operation: '{ questionnaire { FIELD } }', outcomes: everyone }],
  },
  Question: {
    fields: 'id prompt choices',
    doors: [{ operation: '{ questionnaire { questions { FIELD } } }', outcomes: everyone }],
  },
  Choice: {
    fields: 'id text',
    doors: [{ operation: '{ questionnaire { questions { choices { FIELD } } } }', outcomes: everyone }],
  },
  SignIn: {
    fields: 'customToken learnerId',
    doors: [{ operation: 'mutation { signInWithLink(token: "LINK_TOKEN") { FIELD } }', outcomes: everyone }],
  },

  Learner: {
    fields: 'id firstName level progress mayAnswerQuestionnaire streakWeeks mail currentAssignment assignments',
    doors: [
      { operation: '{ me { FIELD } }', outcomes: me },
      { operation: 'mutation { pauseMail(weeks: 2) { FIELD } }', outcomes: learners },
    ],
  },
  Progress: {
    fields: 'passed needed nextLevel',
    doors: [{ operation: '{ me { progress { FIELD } } }', outcomes: me }],
  },
  MailPreference: {
    fields: 'status pausedUntil',
    doors: [{ operation: 'mutation { pauseMail(weeks: 2) { mail { FIELD } } }', outcomes: learners }],
  },
  Placement: {
    fields: 'level reason assignment',
    // The other learner is no longer entitled to one.
    doors: [{ operation: placed, outcomes: learners, except: { assignment: { ...learners, otherLearner: 'null' } } }],
  },
  Assignment: {
    fields: 'id week challenge outcome attemptsLeft nextAttemptAt submissions',
    doors: [
      { operation: '{ assignment(week: "2026-W48") { FIELD } }', outcomes: owner },
      { operation: mine, outcomes: me, except: { nextAttemptAt: { ...nobody, owner: 'data' } } },
    ],
  },
  AssignmentConnection: {
    fields: 'edges pageInfo',
    doors: [{ operation: '{ me { assignments { FIELD } } }', outcomes: me }],
  },
  AssignmentEdge: {
    fields: 'cursor node',
    doors: [{ operation: '{ me { assignments { edges { FIELD } } } }', outcomes: me }],
  },
  PageInfo: {
    fields: 'hasNextPage hasPreviousPage startCursor endCursor',
    doors: [
      { operation: '{ me { assignments { pageInfo { FIELD } } } }', outcomes: me },
      { operation: '{ challenges { pageInfo { FIELD } } }', outcomes: editors },
      { operation: '{ submissionsToReview { pageInfo { FIELD } } }', outcomes: editors },
    ],
  },
  Submission: {
    fields: 'id challengeId answer mark note submittedAt',
    doors: [
      { operation: '{ assignment(week: "2026-W48") { submissions { FIELD } } }', outcomes: owner },
      {
        operation: 'mutation { reviewSubmission(id: "2026-W44_shopify-1001_1", passed: true, note: "Yes.") { FIELD } }',
        outcomes: editors,
      },
    ],
  },
  SubmitAnswerSuccess: {
    fields: 'submission assignment learner leveledUp',
    doors: [{ operation: submit('fresh', '8', 'new', 'SubmitAnswerSuccess'), outcomes: owner }],
  },
  Error: refusal(submit('of-nobody', '8', 'new', 'Error'), learners),
  NotAssignedError: refusal(submit('of-nobody', '8', 'new', 'NotAssignedError'), learners),
  NotEntitledError: refusal(submit('of-others', '8', 'new', 'NotEntitledError'), {
    ...owner,
    ...{ owner: 'null', otherLearner: 'data' },
  }),
  AlreadyPassedError: refusal(submit('passed', '8', 'new', 'AlreadyPassedError')),
  AttemptsExhaustedError: refusal(submit('waiting', '8', 'new', 'AttemptsExhaustedError')),
  InvalidAnswerError: refusal(submit('fresh', '', 'new', 'InvalidAnswerError')),
  IdempotencyConflictError: refusal(submit('snail-in-the-well', '8', 'key-1', 'IdempotencyConflictError')),
  TooSoonError: {
    fields: 'message nextAttemptAt',
    doors: [{ operation: submit('snail-in-the-well', '8', 'new', 'TooSoonError'), outcomes: owner }],
  },

  Challenge: {
    fields: 'id title level bodyHtml answerKind choices source',
    doors: [
      {
        operation: '{ challenge(id: "snail-in-the-well") { FIELD } }',
        outcomes: ownerOrEditors,
        except: { source: editorsOrNull },
      },
      { operation: mine.replace('FIELD', 'challenge { FIELD }'), outcomes: me, except: { source: nobody } },
      {
        operation: submit('fresh', '8', 'new', 'SubmitAnswerSuccess').replace(
          'FIELD',
          'assignment { challenge { FIELD } }',
        ),
        outcomes: owner,
        except: { source: { ...owner, owner: 'null' } },
      },
    ],
  },
  ChallengeSource: {
    fields: 'bodyMarkdown accepted tolerance revision publishedAt archivedAt',
    doors: [
      { operation: '{ challenges { edges { node { source { FIELD } } } } }', outcomes: editors },
      { operation: mine.replace('FIELD', 'challenge { source { FIELD } }'), outcomes: nobody },
    ],
  },
  ChallengeConnection: {
    fields: 'edges pageInfo',
    doors: [{ operation: '{ challenges { FIELD } }', outcomes: editors }],
  },
  ChallengeEdge: {
    fields: 'cursor node',
    doors: [{ operation: '{ challenges { edges { FIELD } } }', outcomes: editors }],
  },
  SubmissionConnection: {
    fields: 'edges pageInfo',
    doors: [{ operation: '{ submissionsToReview { FIELD } }', outcomes: editors }],
  },
  SubmissionEdge: {
    fields: 'cursor node',
    doors: [{ operation: '{ submissionsToReview { edges { FIELD } } }', outcomes: editors }],
  },

  WeeklyRun: {
    fields:
      'week state reason startedAt finishedAt planHash counts reasons notices ratePerSecond estimatedEndAt contentWeeksLeft cost',
    doors: [{ operation: '{ weeklyRuns { FIELD } }', outcomes: operators }],
  },
  RunCounts: {
    fields: 'planned accepted excluded failed unknown pending',
    doors: [{ operation: '{ weeklyRun(week: "2026-W48") { counts { FIELD } } }', outcomes: operators }],
  },
  RunCost: {
    fields: 'reads writes deletes invocations messages mails computeSeconds',
    doors: [{ operation: '{ weeklyRun(week: "2026-W48") { cost { FIELD } } }', outcomes: operators }],
  },
  Explanation: {
    fields: 'learnerId week decision code reason facts',
    doors: [{ operation: '{ explain(learnerId: "shopify-1001", week: "2026-W48") { FIELD } }', outcomes: operators }],
  },
  Fact: {
    fields: 'at what',
    doors: [
      {
        operation: '{ explain(learnerId: "shopify-1001", week: "2026-W48") { facts { FIELD } } }',
        outcomes: operators,
      },
    ],
  },
  ReasonCount: {
    fields: 'code count',
    doors: [{ operation: '{ weeklyRun(week: "2026-W48") { reasons { FIELD } } }', outcomes: operators }],
  },
  WeeklyPlan: {
    fields: 'week planHash asOf counts entries',
    doors: [{ operation: '{ weeklyPlan(week: "2026-W48") { FIELD } }', outcomes: operators }],
  },
  PlanCount: {
    fields: 'decision code count',
    doors: [{ operation: '{ weeklyPlan(week: "2026-W48") { counts { FIELD } } }', outcomes: operators }],
  },
  PlanEntry: {
    fields: 'learnerId decision code reason challengeId',
    doors: [{ operation: '{ weeklyPlan(week: "2026-W48") { entries { FIELD } } }', outcomes: operators }],
  },
};
