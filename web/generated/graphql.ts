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

export type QuestionnaireAnswerInput = {
  choiceId: string | number;
  questionId: string | number;
};

export type AssignmentPartsFragment = { week: string, outcome: AssignmentOutcome, attemptsLeft: number, nextAttemptAt: string | null, challenge: { id: string, title: string, bodyHtml: string, answerKind: AnswerKind, choices: Array<string> | null, level: { name: string } }, submissions: Array<{ id: string, answer: string, mark: Mark, note: string | null, submittedAt: string }> };

export type StandingPartsFragment = { streakWeeks: number, mayAnswerQuestionnaire: boolean, level: { id: string, name: string } | null, progress: { passed: number, needed: number, nextLevel: { name: string } | null } | null };

export type HomeQueryVariables = Exact<{
  week: string;
  weekNamed: boolean;
}>;


export type HomeQuery = { me: { id: string, firstName: string | null, streakWeeks: number, mayAnswerQuestionnaire: boolean, mail: { status: MailStatus, pausedUntil: string | null }, currentAssignment: { week: string, outcome: AssignmentOutcome, attemptsLeft: number, nextAttemptAt: string | null, challenge: { id: string, title: string, bodyHtml: string, answerKind: AnswerKind, choices: Array<string> | null, level: { name: string } }, submissions: Array<{ id: string, answer: string, mark: Mark, note: string | null, submittedAt: string }> } | null, assignments: { edges: Array<{ node: { week: string, outcome: AssignmentOutcome, challenge: { title: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, level: { id: string, name: string } | null, progress: { passed: number, needed: number, nextLevel: { name: string } | null } | null } | null, levels: Array<{ id: string, name: string, summary: string }>, assignment?: { week: string, outcome: AssignmentOutcome, attemptsLeft: number, nextAttemptAt: string | null, challenge: { id: string, title: string, bodyHtml: string, answerKind: AnswerKind, choices: Array<string> | null, level: { name: string } }, submissions: Array<{ id: string, answer: string, mark: Mark, note: string | null, submittedAt: string }> } | null };

export type MailPreferencePartsFragment = { status: MailStatus, pausedUntil: string | null };

export type PauseMailMutationVariables = Exact<{
  weeks: number;
}>;


export type PauseMailMutation = { pauseMail: { mail: { status: MailStatus, pausedUntil: string | null } } };

export type ResumeMailMutationVariables = Exact<{ [key: string]: never; }>;


export type ResumeMailMutation = { resumeMail: { mail: { status: MailStatus, pausedUntil: string | null } } };

export type UnsubscribeMutationVariables = Exact<{ [key: string]: never; }>;


export type UnsubscribeMutation = { unsubscribe: { mail: { status: MailStatus, pausedUntil: string | null } } };

export type QuestionnaireQueryVariables = Exact<{ [key: string]: never; }>;


export type QuestionnaireQuery = { questionnaire: { questions: Array<{ id: string, prompt: string, choices: Array<{ id: string, text: string }> }> } };

export type AnswerQuestionnaireMutationVariables = Exact<{
  answers: Array<QuestionnaireAnswerInput> | QuestionnaireAnswerInput;
}>;


export type AnswerQuestionnaireMutation = { answerQuestionnaire: { reason: string, level: { id: string, name: string, summary: string }, assignment: { week: string, challenge: { title: string } } | null } };

export type RequestSignInLinkMutationVariables = Exact<{
  email: string;
}>;


export type RequestSignInLinkMutation = { requestSignInLink: boolean };

export type SignInWithLinkMutationVariables = Exact<{
  token: string;
}>;


export type SignInWithLinkMutation = { signInWithLink: { customToken: string } };

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
    | { __typename: 'SubmitAnswerSuccess', leveledUp: boolean, assignment: { week: string, outcome: AssignmentOutcome, attemptsLeft: number, nextAttemptAt: string | null, challenge: { id: string, title: string, bodyHtml: string, answerKind: AnswerKind, choices: Array<string> | null, level: { name: string } }, submissions: Array<{ id: string, answer: string, mark: Mark, note: string | null, submittedAt: string }> }, learner: { streakWeeks: number, mayAnswerQuestionnaire: boolean, level: { id: string, name: string } | null, progress: { passed: number, needed: number, nextLevel: { name: string } | null } | null } }
    | { __typename: 'TooSoonError', nextAttemptAt: string, message: string }
   };

export type WeekPartsFragment = { week: string, outcome: AssignmentOutcome, challenge: { title: string } };

export type WeeksPartsFragment = { edges: Array<{ node: { week: string, outcome: AssignmentOutcome, challenge: { title: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type EarlierWeeksQueryVariables = Exact<{
  after: string;
}>;


export type EarlierWeeksQuery = { me: { assignments: { edges: Array<{ node: { week: string, outcome: AssignmentOutcome, challenge: { title: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

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
export const AssignmentPartsFragmentDoc = new TypedDocumentString(`
    fragment AssignmentParts on Assignment {
  week
  outcome
  attemptsLeft
  nextAttemptAt
  challenge {
    id
    title
    bodyHtml
    answerKind
    choices
    level {
      name
    }
  }
  submissions {
    id
    answer
    mark
    note
    submittedAt
  }
}
    `, {"fragmentName":"AssignmentParts"}) as unknown as TypedDocumentString<AssignmentPartsFragment, unknown>;
export const StandingPartsFragmentDoc = new TypedDocumentString(`
    fragment StandingParts on Learner {
  level {
    id
    name
  }
  progress {
    passed
    needed
    nextLevel {
      name
    }
  }
  streakWeeks
  mayAnswerQuestionnaire
}
    `, {"fragmentName":"StandingParts"}) as unknown as TypedDocumentString<StandingPartsFragment, unknown>;
export const MailPreferencePartsFragmentDoc = new TypedDocumentString(`
    fragment MailPreferenceParts on MailPreference {
  status
  pausedUntil
}
    `, {"fragmentName":"MailPreferenceParts"}) as unknown as TypedDocumentString<MailPreferencePartsFragment, unknown>;
export const WeekPartsFragmentDoc = new TypedDocumentString(`
    fragment WeekParts on Assignment {
  week
  outcome
  challenge {
    title
  }
}
    `, {"fragmentName":"WeekParts"}) as unknown as TypedDocumentString<WeekPartsFragment, unknown>;
export const WeeksPartsFragmentDoc = new TypedDocumentString(`
    fragment WeeksParts on AssignmentConnection {
  edges {
    node {
      ...WeekParts
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    fragment WeekParts on Assignment {
  week
  outcome
  challenge {
    title
  }
}`, {"fragmentName":"WeeksParts"}) as unknown as TypedDocumentString<WeeksPartsFragment, unknown>;
export const HomeDocument = new TypedDocumentString(`
    query Home($week: String!, $weekNamed: Boolean!) {
  me {
    id
    firstName
    ...StandingParts
    mail {
      ...MailPreferenceParts
    }
    currentAssignment {
      ...AssignmentParts
    }
    assignments(first: 20) {
      ...WeeksParts
    }
  }
  levels {
    id
    name
    summary
  }
  assignment(week: $week) @include(if: $weekNamed) {
    ...AssignmentParts
  }
}
    fragment AssignmentParts on Assignment {
  week
  outcome
  attemptsLeft
  nextAttemptAt
  challenge {
    id
    title
    bodyHtml
    answerKind
    choices
    level {
      name
    }
  }
  submissions {
    id
    answer
    mark
    note
    submittedAt
  }
}
fragment StandingParts on Learner {
  level {
    id
    name
  }
  progress {
    passed
    needed
    nextLevel {
      name
    }
  }
  streakWeeks
  mayAnswerQuestionnaire
}
fragment MailPreferenceParts on MailPreference {
  status
  pausedUntil
}
fragment WeekParts on Assignment {
  week
  outcome
  challenge {
    title
  }
}
fragment WeeksParts on AssignmentConnection {
  edges {
    node {
      ...WeekParts
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const PauseMailDocument = new TypedDocumentString(`
    mutation PauseMail($weeks: Int!) {
  pauseMail(weeks: $weeks) {
    mail {
      ...MailPreferenceParts
    }
  }
}
    fragment MailPreferenceParts on MailPreference {
  status
  pausedUntil
}`) as unknown as TypedDocumentString<PauseMailMutation, PauseMailMutationVariables>;
export const ResumeMailDocument = new TypedDocumentString(`
    mutation ResumeMail {
  resumeMail {
    mail {
      ...MailPreferenceParts
    }
  }
}
    fragment MailPreferenceParts on MailPreference {
  status
  pausedUntil
}`) as unknown as TypedDocumentString<ResumeMailMutation, ResumeMailMutationVariables>;
export const UnsubscribeDocument = new TypedDocumentString(`
    mutation Unsubscribe {
  unsubscribe {
    mail {
      ...MailPreferenceParts
    }
  }
}
    fragment MailPreferenceParts on MailPreference {
  status
  pausedUntil
}`) as unknown as TypedDocumentString<UnsubscribeMutation, UnsubscribeMutationVariables>;
export const QuestionnaireDocument = new TypedDocumentString(`
    query Questionnaire {
  questionnaire {
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
      name
      summary
    }
    reason
    assignment {
      week
      challenge {
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AnswerQuestionnaireMutation, AnswerQuestionnaireMutationVariables>;
export const RequestSignInLinkDocument = new TypedDocumentString(`
    mutation RequestSignInLink($email: String!) {
  requestSignInLink(email: $email)
}
    `) as unknown as TypedDocumentString<RequestSignInLinkMutation, RequestSignInLinkMutationVariables>;
export const SignInWithLinkDocument = new TypedDocumentString(`
    mutation SignInWithLink($token: String!) {
  signInWithLink(token: $token) {
    customToken
  }
}
    `) as unknown as TypedDocumentString<SignInWithLinkMutation, SignInWithLinkMutationVariables>;
export const SubmitAnswerDocument = new TypedDocumentString(`
    mutation SubmitAnswer($challengeId: ID!, $answer: String!, $idempotencyKey: ID!) {
  submitAnswer(
    challengeId: $challengeId
    answer: $answer
    idempotencyKey: $idempotencyKey
  ) {
    __typename
    ... on SubmitAnswerSuccess {
      assignment {
        ...AssignmentParts
      }
      learner {
        ...StandingParts
      }
      leveledUp
    }
    ... on TooSoonError {
      nextAttemptAt
    }
    ... on Error {
      message
    }
  }
}
    fragment AssignmentParts on Assignment {
  week
  outcome
  attemptsLeft
  nextAttemptAt
  challenge {
    id
    title
    bodyHtml
    answerKind
    choices
    level {
      name
    }
  }
  submissions {
    id
    answer
    mark
    note
    submittedAt
  }
}
fragment StandingParts on Learner {
  level {
    id
    name
  }
  progress {
    passed
    needed
    nextLevel {
      name
    }
  }
  streakWeeks
  mayAnswerQuestionnaire
}`) as unknown as TypedDocumentString<SubmitAnswerMutation, SubmitAnswerMutationVariables>;
export const EarlierWeeksDocument = new TypedDocumentString(`
    query EarlierWeeks($after: String!) {
  me {
    assignments(first: 20, after: $after) {
      ...WeeksParts
    }
  }
}
    fragment WeekParts on Assignment {
  week
  outcome
  challenge {
    title
  }
}
fragment WeeksParts on AssignmentConnection {
  edges {
    node {
      ...WeekParts
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<EarlierWeeksQuery, EarlierWeeksQueryVariables>;