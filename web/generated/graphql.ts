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

export type MailStatus =
  | 'NOT_ENTITLED'
  | 'NO_CONSENT'
  | 'PAUSED'
  | 'SUBSCRIBED'
  | 'SUPPRESSED'
  | 'UNSUBSCRIBED';

export type AssignmentPartsFragment = { week: string, challenge: { id: string, title: string, bodyHtml: string, answerKind: AnswerKind, choices: Array<string> | null, level: { name: string } } };

export type HomeQueryVariables = Exact<{
  week: string;
  weekNamed: boolean;
}>;


export type HomeQuery = { me: { firstName: string | null, level: { name: string } | null, mail: { status: MailStatus, pausedUntil: string | null }, currentAssignment: { week: string, challenge: { id: string, title: string, bodyHtml: string, answerKind: AnswerKind, choices: Array<string> | null, level: { name: string } } } | null } | null, assignment?: { week: string, challenge: { id: string, title: string, bodyHtml: string, answerKind: AnswerKind, choices: Array<string> | null, level: { name: string } } } | null };

export type MailPreferencePartsFragment = { status: MailStatus, pausedUntil: string | null };

export type PauseMailMutationVariables = Exact<{
  weeks: number;
}>;


export type PauseMailMutation = { pauseMail: { mail: { status: MailStatus, pausedUntil: string | null } } };

export type ResumeMailMutationVariables = Exact<{ [key: string]: never; }>;


export type ResumeMailMutation = { resumeMail: { mail: { status: MailStatus, pausedUntil: string | null } } };

export type UnsubscribeMutationVariables = Exact<{ [key: string]: never; }>;


export type UnsubscribeMutation = { unsubscribe: { mail: { status: MailStatus, pausedUntil: string | null } } };

export type RequestSignInLinkMutationVariables = Exact<{
  email: string;
}>;


export type RequestSignInLinkMutation = { requestSignInLink: boolean };

export type SignInWithLinkMutationVariables = Exact<{
  token: string;
}>;


export type SignInWithLinkMutation = { signInWithLink: { customToken: string } };

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
}
    `, {"fragmentName":"AssignmentParts"}) as unknown as TypedDocumentString<AssignmentPartsFragment, unknown>;
export const MailPreferencePartsFragmentDoc = new TypedDocumentString(`
    fragment MailPreferenceParts on MailPreference {
  status
  pausedUntil
}
    `, {"fragmentName":"MailPreferenceParts"}) as unknown as TypedDocumentString<MailPreferencePartsFragment, unknown>;
export const HomeDocument = new TypedDocumentString(`
    query Home($week: String!, $weekNamed: Boolean!) {
  me {
    firstName
    level {
      name
    }
    mail {
      ...MailPreferenceParts
    }
    currentAssignment {
      ...AssignmentParts
    }
  }
  assignment(week: $week) @include(if: $weekNamed) {
    ...AssignmentParts
  }
}
    fragment AssignmentParts on Assignment {
  week
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
}
fragment MailPreferenceParts on MailPreference {
  status
  pausedUntil
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