/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AnswerKind =
  | 'CHOICE'
  | 'NUMBER'
  | 'REVIEW'
  | 'SELF_REPORT'
  | 'TEXT';

export type AssignmentOutcome =
  | 'FAILED'
  | 'OPEN'
  | 'PASSED'
  | 'PENDING_REVIEW';

export type MailStatus =
  | 'NOT_ENTITLED'
  | 'NO_CONSENT'
  | 'PAUSED'
  | 'SUBSCRIBED'
  | 'SUPPRESSED'
  | 'UNSUBSCRIBED';

export type Mark =
  | 'FAILED'
  | 'PASSED'
  | 'PENDING_REVIEW';

export type PlanDecision =
  | 'CHALLENGE'
  | 'NOBODY'
  | 'QUESTIONNAIRE';

export type QuestionnaireAnswerInput = {
  choiceId: string | number;
  questionId: string | number;
};

export type ReasonCode =
  | 'ADDRESS_REFUSED'
  | 'CONTENT_EXHAUSTED'
  | 'MESSAGE_REFUSED'
  | 'NEXT_CHALLENGE'
  | 'NOT_ENTITLED'
  | 'NOT_PLACED_YET'
  | 'NO_ADDRESS'
  | 'NO_CONSENT'
  | 'OUTCOME_UNKNOWN'
  | 'PAUSED'
  | 'PLACEMENT_OVERDUE'
  | 'SHARES_ADDRESS'
  | 'SUPPRESSED'
  | 'TOO_LATE'
  | 'UNREADABLE'
  | 'UNSUBSCRIBED';

/** FAILED is what a cancel leaves. */
export type RunState =
  | 'DONE'
  | 'FAILED'
  | 'PAUSED'
  | 'PLANNING'
  | 'SENDING'
  | 'SETTLING'
  | 'SYNCING';

export type LevelsQueryVariables = Exact<{ [key: string]: never; }>;


export type LevelsQuery = { levels: Array<{ id: string, order: number, name: string, summary: string, passesToAdvance: number }> };

export type LevelQueryVariables = Exact<{
  id: string | number;
}>;


export type LevelQuery = { level: { id: string, name: string } | null };

export type ChallengeQueryVariables = Exact<{
  id: string | number;
}>;


export type ChallengeQuery = { challenge: { id: string, title: string, bodyHtml: string, answerKind: AnswerKind, choices: Array<string> | null, level: { id: string } } | null };

export type AssignmentQueryVariables = Exact<{
  week: string;
}>;


export type AssignmentQuery = { assignment: { id: string, challenge: { id: string } } | null };

export type MailPartsFragment = { mail: { status: MailStatus, pausedUntil: string | null } };

export type PauseMailMutationVariables = Exact<{
  weeks: number;
}>;


export type PauseMailMutation = { pauseMail: { mail: { status: MailStatus, pausedUntil: string | null } } };

export type ResumeMailMutationVariables = Exact<{ [key: string]: never; }>;


export type ResumeMailMutation = { resumeMail: { mail: { status: MailStatus, pausedUntil: string | null } } };

export type UnsubscribeMutationVariables = Exact<{ [key: string]: never; }>;


export type UnsubscribeMutation = { unsubscribe: { mail: { status: MailStatus, pausedUntil: string | null } } };

export type MeQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MeQuery = { me: { id: string, firstName: string | null, streakWeeks: number, level: { id: string } | null, progress: { passed: number, needed: number, nextLevel: { id: string } | null } | null, mail: { status: MailStatus, pausedUntil: string | null }, currentAssignment: { id: string, week: string } | null, assignments: { edges: Array<{ cursor: string, node: { id: string, week: string, outcome: AssignmentOutcome, attemptsLeft: number, nextAttemptAt: string | null, challenge: { id: string, bodyHtml: string }, submissions: Array<{ id: string }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type QuestionnaireQueryVariables = Exact<{ [key: string]: never; }>;


export type QuestionnaireQuery = { questionnaire: { version: string, questions: Array<{ id: string, prompt: string, choices: Array<{ id: string, text: string }> }> } };

export type AnswerQuestionnaireMutationVariables = Exact<{
  answers: Array<QuestionnaireAnswerInput> | QuestionnaireAnswerInput;
}>;


export type AnswerQuestionnaireMutation = { answerQuestionnaire: { reason: string, level: { id: string }, assignment: { id: string, week: string, outcome: AssignmentOutcome, challenge: { id: string } } | null } };

export type SubmissionPartsFragment = { id: string, challengeId: string, answer: string, mark: Mark, note: string | null, submittedAt: string };

export type SubmissionsToReviewQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SubmissionsToReviewQuery = { submissionsToReview: { edges: Array<{ cursor: string, node: { id: string, challengeId: string, answer: string, mark: Mark, note: string | null, submittedAt: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ReviewSubmissionMutationVariables = Exact<{
  id: string | number;
  passed: boolean;
  note?: string | null | undefined;
}>;


export type ReviewSubmissionMutation = { reviewSubmission: { id: string, challengeId: string, answer: string, mark: Mark, note: string | null, submittedAt: string } };

export type SignInWithLinkMutationVariables = Exact<{
  token: string;
}>;


export type SignInWithLinkMutation = { signInWithLink: { customToken: string, learnerId: string } };

export type RequestSignInLinkMutationVariables = Exact<{
  email: string;
}>;


export type RequestSignInLinkMutation = { requestSignInLink: boolean };

export type SubmitAnswerMutationVariables = Exact<{
  challengeId: string | number;
  answer: string;
  idempotencyKey: string | number;
}>;


export type SubmitAnswerMutation = { submitAnswer:
    | { __typename: 'AlreadyPassedError', message: string }
    | { __typename: 'AttemptsExhaustedError', message: string }
    | { __typename: 'IdempotencyConflictError', message: string }
    | { __typename: 'InvalidAnswerError', message: string }
    | { __typename: 'NotAssignedError', message: string }
    | { __typename: 'NotEntitledError', message: string }
    | { __typename: 'SubmitAnswerSuccess', leveledUp: boolean, submission: { id: string, challengeId: string, answer: string, mark: Mark, note: string | null, submittedAt: string }, assignment: { id: string, week: string, outcome: AssignmentOutcome, attemptsLeft: number, nextAttemptAt: string | null, challenge: { id: string }, submissions: Array<{ id: string }> }, learner: { id: string, streakWeeks: number, level: { id: string } | null, progress: { passed: number, needed: number } | null } }
    | { __typename: 'TooSoonError', message: string, nextAttemptAt: string }
   };

export type MyAssignmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyAssignmentsQuery = { me: { streakWeeks: number, level: { id: string } | null, progress: { passed: number } | null, assignments: { edges: Array<{ node: { week: string, outcome: AssignmentOutcome, attemptsLeft: number, challenge: { id: string }, submissions: Array<{ id: string, answer: string, mark: Mark, note: string | null }> } }> } } | null };

export type WeeklyPlanQueryVariables = Exact<{
  week: string;
}>;


export type WeeklyPlanQuery = { weeklyPlan: { week: string, asOf: string, planHash: string, counts: Array<{ decision: PlanDecision, code: ReasonCode, count: number }> } };

export type WeeklyPlanEntriesQueryVariables = Exact<{
  week: string;
  first?: number | null | undefined;
  after?: string | number | null | undefined;
}>;


export type WeeklyPlanEntriesQuery = { weeklyPlan: { entries: Array<{ learnerId: string, decision: PlanDecision, code: ReasonCode, reason: string, challengeId: string | null }> } };

export type RunPartsFragment = { week: string, state: RunState, reason: string | null, notices: Array<string>, startedAt: string, finishedAt: string | null, planHash: string | null, counts: { planned: number, accepted: number, excluded: number, failed: number, unknown: number, pending: number }, reasons: Array<{ code: ReasonCode, count: number }> };

export type WeeklyRunQueryVariables = Exact<{
  week: string;
}>;


export type WeeklyRunQuery = { weeklyRun: { week: string, state: RunState, reason: string | null, notices: Array<string>, startedAt: string, finishedAt: string | null, planHash: string | null, counts: { planned: number, accepted: number, excluded: number, failed: number, unknown: number, pending: number }, reasons: Array<{ code: ReasonCode, count: number }> } | null };

export type WeeklyRunsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type WeeklyRunsQuery = { weeklyRuns: Array<{ week: string, state: RunState, reason: string | null, notices: Array<string>, startedAt: string, finishedAt: string | null, planHash: string | null, counts: { planned: number, accepted: number, excluded: number, failed: number, unknown: number, pending: number }, reasons: Array<{ code: ReasonCode, count: number }> }> };

export type StartWeeklyRunMutationVariables = Exact<{
  week: string;
}>;


export type StartWeeklyRunMutation = { startWeeklyRun: { week: string, state: RunState, reason: string | null, notices: Array<string>, startedAt: string, finishedAt: string | null, planHash: string | null, counts: { planned: number, accepted: number, excluded: number, failed: number, unknown: number, pending: number }, reasons: Array<{ code: ReasonCode, count: number }> } };

export type PauseWeeklyRunMutationVariables = Exact<{
  week: string;
  reason: string;
}>;


export type PauseWeeklyRunMutation = { pauseWeeklyRun: { week: string, state: RunState, reason: string | null, notices: Array<string>, startedAt: string, finishedAt: string | null, planHash: string | null, counts: { planned: number, accepted: number, excluded: number, failed: number, unknown: number, pending: number }, reasons: Array<{ code: ReasonCode, count: number }> } };

export type ResumeWeeklyRunMutationVariables = Exact<{
  week: string;
}>;


export type ResumeWeeklyRunMutation = { resumeWeeklyRun: { week: string, state: RunState, reason: string | null, notices: Array<string>, startedAt: string, finishedAt: string | null, planHash: string | null, counts: { planned: number, accepted: number, excluded: number, failed: number, unknown: number, pending: number }, reasons: Array<{ code: ReasonCode, count: number }> } };

export type CancelWeeklyRunMutationVariables = Exact<{
  week: string;
  reason: string;
}>;


export type CancelWeeklyRunMutation = { cancelWeeklyRun: { week: string, state: RunState, reason: string | null, notices: Array<string>, startedAt: string, finishedAt: string | null, planHash: string | null, counts: { planned: number, accepted: number, excluded: number, failed: number, unknown: number, pending: number }, reasons: Array<{ code: ReasonCode, count: number }> } };

export type SettleUnknownMutationVariables = Exact<{
  week: string;
  resend: boolean;
}>;


export type SettleUnknownMutation = { settleUnknown: { week: string, state: RunState, reason: string | null, notices: Array<string>, startedAt: string, finishedAt: string | null, planHash: string | null, counts: { planned: number, accepted: number, excluded: number, failed: number, unknown: number, pending: number }, reasons: Array<{ code: ReasonCode, count: number }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const MailPartsFragmentDoc = new TypedDocumentString(`
    fragment MailParts on Learner {
  mail {
    status
    pausedUntil
  }
}
    `, {"fragmentName":"MailParts"}) as unknown as TypedDocumentString<MailPartsFragment, unknown>;
export const SubmissionPartsFragmentDoc = new TypedDocumentString(`
    fragment SubmissionParts on Submission {
  id
  challengeId
  answer
  mark
  note
  submittedAt
}
    `, {"fragmentName":"SubmissionParts"}) as unknown as TypedDocumentString<SubmissionPartsFragment, unknown>;
export const RunPartsFragmentDoc = new TypedDocumentString(`
    fragment RunParts on WeeklyRun {
  week
  state
  reason
  notices
  startedAt
  finishedAt
  planHash
  counts {
    planned
    accepted
    excluded
    failed
    unknown
    pending
  }
  reasons {
    code
    count
  }
}
    `, {"fragmentName":"RunParts"}) as unknown as TypedDocumentString<RunPartsFragment, unknown>;
export const LevelsDocument = new TypedDocumentString(`
    query Levels {
  levels {
    id
    order
    name
    summary
    passesToAdvance
  }
}
    `) as unknown as TypedDocumentString<LevelsQuery, LevelsQueryVariables>;
export const LevelDocument = new TypedDocumentString(`
    query Level($id: ID!) {
  level(id: $id) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<LevelQuery, LevelQueryVariables>;
export const ChallengeDocument = new TypedDocumentString(`
    query Challenge($id: ID!) {
  challenge(id: $id) {
    id
    title
    bodyHtml
    answerKind
    choices
    level {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ChallengeQuery, ChallengeQueryVariables>;
export const AssignmentDocument = new TypedDocumentString(`
    query Assignment($week: String!) {
  assignment(week: $week) {
    id
    challenge {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<AssignmentQuery, AssignmentQueryVariables>;
export const PauseMailDocument = new TypedDocumentString(`
    mutation PauseMail($weeks: Int!) {
  pauseMail(weeks: $weeks) {
    ...MailParts
  }
}
    fragment MailParts on Learner {
  mail {
    status
    pausedUntil
  }
}`) as unknown as TypedDocumentString<PauseMailMutation, PauseMailMutationVariables>;
export const ResumeMailDocument = new TypedDocumentString(`
    mutation ResumeMail {
  resumeMail {
    ...MailParts
  }
}
    fragment MailParts on Learner {
  mail {
    status
    pausedUntil
  }
}`) as unknown as TypedDocumentString<ResumeMailMutation, ResumeMailMutationVariables>;
export const UnsubscribeDocument = new TypedDocumentString(`
    mutation Unsubscribe {
  unsubscribe {
    ...MailParts
  }
}
    fragment MailParts on Learner {
  mail {
    status
    pausedUntil
  }
}`) as unknown as TypedDocumentString<UnsubscribeMutation, UnsubscribeMutationVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me($first: Int, $after: String) {
  me {
    id
    firstName
    level {
      id
    }
    progress {
      passed
      needed
      nextLevel {
        id
      }
    }
    streakWeeks
    mail {
      status
      pausedUntil
    }
    currentAssignment {
      id
      week
    }
    assignments(first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          week
          outcome
          attemptsLeft
          nextAttemptAt
          challenge {
            id
            bodyHtml
          }
          submissions {
            id
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const QuestionnaireDocument = new TypedDocumentString(`
    query Questionnaire {
  questionnaire {
    version
    questions {
      id
      prompt
      choices {
        id
        text
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QuestionnaireQuery, QuestionnaireQueryVariables>;
export const AnswerQuestionnaireDocument = new TypedDocumentString(`
    mutation AnswerQuestionnaire($answers: [QuestionnaireAnswerInput!]!) {
  answerQuestionnaire(answers: $answers) {
    level {
      id
    }
    reason
    assignment {
      id
      week
      outcome
      challenge {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AnswerQuestionnaireMutation, AnswerQuestionnaireMutationVariables>;
export const SubmissionsToReviewDocument = new TypedDocumentString(`
    query SubmissionsToReview($first: Int, $after: String) {
  submissionsToReview(first: $first, after: $after) {
    edges {
      cursor
      node {
        ...SubmissionParts
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment SubmissionParts on Submission {
  id
  challengeId
  answer
  mark
  note
  submittedAt
}`) as unknown as TypedDocumentString<SubmissionsToReviewQuery, SubmissionsToReviewQueryVariables>;
export const ReviewSubmissionDocument = new TypedDocumentString(`
    mutation ReviewSubmission($id: ID!, $passed: Boolean!, $note: String) {
  reviewSubmission(id: $id, passed: $passed, note: $note) {
    ...SubmissionParts
  }
}
    fragment SubmissionParts on Submission {
  id
  challengeId
  answer
  mark
  note
  submittedAt
}`) as unknown as TypedDocumentString<ReviewSubmissionMutation, ReviewSubmissionMutationVariables>;
export const SignInWithLinkDocument = new TypedDocumentString(`
    mutation SignInWithLink($token: String!) {
  signInWithLink(token: $token) {
    customToken
    learnerId
  }
}
    `) as unknown as TypedDocumentString<SignInWithLinkMutation, SignInWithLinkMutationVariables>;
export const RequestSignInLinkDocument = new TypedDocumentString(`
    mutation RequestSignInLink($email: String!) {
  requestSignInLink(email: $email)
}
    `) as unknown as TypedDocumentString<RequestSignInLinkMutation, RequestSignInLinkMutationVariables>;
export const SubmitAnswerDocument = new TypedDocumentString(`
    mutation SubmitAnswer($challengeId: ID!, $answer: String!, $idempotencyKey: ID!) {
  submitAnswer(
    challengeId: $challengeId
    answer: $answer
    idempotencyKey: $idempotencyKey
  ) {
    __typename
    ... on SubmitAnswerSuccess {
      submission {
        id
        challengeId
        answer
        mark
        note
        submittedAt
      }
      assignment {
        id
        week
        outcome
        attemptsLeft
        nextAttemptAt
        challenge {
          id
        }
        submissions {
          id
        }
      }
      learner {
        id
        level {
          id
        }
        progress {
          passed
          needed
        }
        streakWeeks
      }
      leveledUp
    }
    ... on Error {
      message
    }
    ... on TooSoonError {
      nextAttemptAt
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitAnswerMutation, SubmitAnswerMutationVariables>;
export const MyAssignmentsDocument = new TypedDocumentString(`
    query MyAssignments {
  me {
    level {
      id
    }
    progress {
      passed
    }
    streakWeeks
    assignments {
      edges {
        node {
          week
          outcome
          attemptsLeft
          challenge {
            id
          }
          submissions {
            id
            answer
            mark
            note
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MyAssignmentsQuery, MyAssignmentsQueryVariables>;
export const WeeklyPlanDocument = new TypedDocumentString(`
    query WeeklyPlan($week: String!) {
  weeklyPlan(week: $week) {
    week
    asOf
    planHash
    counts {
      decision
      code
      count
    }
  }
}
    `) as unknown as TypedDocumentString<WeeklyPlanQuery, WeeklyPlanQueryVariables>;
export const WeeklyPlanEntriesDocument = new TypedDocumentString(`
    query WeeklyPlanEntries($week: String!, $first: Int, $after: ID) {
  weeklyPlan(week: $week) {
    entries(first: $first, after: $after) {
      learnerId
      decision
      code
      reason
      challengeId
    }
  }
}
    `) as unknown as TypedDocumentString<WeeklyPlanEntriesQuery, WeeklyPlanEntriesQueryVariables>;
export const WeeklyRunDocument = new TypedDocumentString(`
    query WeeklyRun($week: String!) {
  weeklyRun(week: $week) {
    ...RunParts
  }
}
    fragment RunParts on WeeklyRun {
  week
  state
  reason
  notices
  startedAt
  finishedAt
  planHash
  counts {
    planned
    accepted
    excluded
    failed
    unknown
    pending
  }
  reasons {
    code
    count
  }
}`) as unknown as TypedDocumentString<WeeklyRunQuery, WeeklyRunQueryVariables>;
export const WeeklyRunsDocument = new TypedDocumentString(`
    query WeeklyRuns($first: Int) {
  weeklyRuns(first: $first) {
    ...RunParts
  }
}
    fragment RunParts on WeeklyRun {
  week
  state
  reason
  notices
  startedAt
  finishedAt
  planHash
  counts {
    planned
    accepted
    excluded
    failed
    unknown
    pending
  }
  reasons {
    code
    count
  }
}`) as unknown as TypedDocumentString<WeeklyRunsQuery, WeeklyRunsQueryVariables>;
export const StartWeeklyRunDocument = new TypedDocumentString(`
    mutation StartWeeklyRun($week: String!) {
  startWeeklyRun(week: $week) {
    ...RunParts
  }
}
    fragment RunParts on WeeklyRun {
  week
  state
  reason
  notices
  startedAt
  finishedAt
  planHash
  counts {
    planned
    accepted
    excluded
    failed
    unknown
    pending
  }
  reasons {
    code
    count
  }
}`) as unknown as TypedDocumentString<StartWeeklyRunMutation, StartWeeklyRunMutationVariables>;
export const PauseWeeklyRunDocument = new TypedDocumentString(`
    mutation PauseWeeklyRun($week: String!, $reason: String!) {
  pauseWeeklyRun(week: $week, reason: $reason) {
    ...RunParts
  }
}
    fragment RunParts on WeeklyRun {
  week
  state
  reason
  notices
  startedAt
  finishedAt
  planHash
  counts {
    planned
    accepted
    excluded
    failed
    unknown
    pending
  }
  reasons {
    code
    count
  }
}`) as unknown as TypedDocumentString<PauseWeeklyRunMutation, PauseWeeklyRunMutationVariables>;
export const ResumeWeeklyRunDocument = new TypedDocumentString(`
    mutation ResumeWeeklyRun($week: String!) {
  resumeWeeklyRun(week: $week) {
    ...RunParts
  }
}
    fragment RunParts on WeeklyRun {
  week
  state
  reason
  notices
  startedAt
  finishedAt
  planHash
  counts {
    planned
    accepted
    excluded
    failed
    unknown
    pending
  }
  reasons {
    code
    count
  }
}`) as unknown as TypedDocumentString<ResumeWeeklyRunMutation, ResumeWeeklyRunMutationVariables>;
export const CancelWeeklyRunDocument = new TypedDocumentString(`
    mutation CancelWeeklyRun($week: String!, $reason: String!) {
  cancelWeeklyRun(week: $week, reason: $reason) {
    ...RunParts
  }
}
    fragment RunParts on WeeklyRun {
  week
  state
  reason
  notices
  startedAt
  finishedAt
  planHash
  counts {
    planned
    accepted
    excluded
    failed
    unknown
    pending
  }
  reasons {
    code
    count
  }
}`) as unknown as TypedDocumentString<CancelWeeklyRunMutation, CancelWeeklyRunMutationVariables>;
export const SettleUnknownDocument = new TypedDocumentString(`
    mutation SettleUnknown($week: String!, $resend: Boolean!) {
  settleUnknown(week: $week, resend: $resend) {
    ...RunParts
  }
}
    fragment RunParts on WeeklyRun {
  week
  state
  reason
  notices
  startedAt
  finishedAt
  planHash
  counts {
    planned
    accepted
    excluded
    failed
    unknown
    pending
  }
  reasons {
    code
    count
  }
}`) as unknown as TypedDocumentString<SettleUnknownMutation, SettleUnknownMutationVariables>;