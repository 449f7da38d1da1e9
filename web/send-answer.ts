// Sends one answer, so that a retry after a lost response counts once.
import type { AnswerDraft } from './answer-draft.ts';
import { SubmitAnswerDocument, type SubmitAnswerMutation } from './generated/graphql.ts';
import type { request } from './graphql-client.ts';

/**
 * The draft goes when the answer was taken, and stays when it was not.
 *
 * @throws ApiFailure where nobody knows what became of it: the same answer sent again has the same key
 */
export async function sendAnswer(
  { challengeId, answer, idToken }: { challengeId: string; answer: string; idToken: string | null },
  draft: AnswerDraft,
  send: typeof request,
): Promise<AnswerResult> {
  const variables = { challengeId, answer, idempotencyKey: draft.keyFor(answer) };
  const { submitAnswer } = await send(SubmitAnswerDocument, variables, idToken);
  if (submitAnswer.__typename === 'SubmitAnswerSuccess') draft.forget();
  else draft.settle();
  return submitAnswer;
}

export type AnswerResult = SubmitAnswerMutation['submitAnswer'];

export type AnswerTaken = Extract<AnswerResult, { __typename: 'SubmitAnswerSuccess' }>;
