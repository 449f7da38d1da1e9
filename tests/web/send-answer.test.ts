import { expect, test, vi } from 'vitest';
import { ApiFailure } from '../../web/api-failure.ts';
import type { request } from '../../web/graphql-client.ts';
import { sendAnswer } from '../../web/send-answer.ts';

const ANSWER = { challengeId: 'one-round-of-handshakes', answer: '36', idToken: 'id-token' };

function aDraft() {
  return { read: () => '', write: vi.fn(), keyFor: vi.fn(() => 'the-key'), settle: vi.fn(), forget: vi.fn() };
}

function answering(submitAnswer: object) {
  const send = vi.fn(async (_document: unknown, _variables: unknown, _idToken: string | null) => ({ submitAnswer }));
  return { send, door: send as unknown as typeof request };
}

test('an answer goes out with the key of its draft, and the draft goes when it was taken', async () => {
  const draft = aDraft();
  const { send, door } = answering({ __typename: 'SubmitAnswerSuccess', leveledUp: false });
  expect(await sendAnswer(ANSWER, draft, door)).toMatchObject({ __typename: 'SubmitAnswerSuccess' });
  expect(draft.keyFor).toHaveBeenCalledExactlyOnceWith('36');
  expect(send.mock.calls[0]?.slice(1)).toEqual([
    { challengeId: 'one-round-of-handshakes', answer: '36', idempotencyKey: 'the-key' },
    'id-token',
  ]);
  expect(draft.forget).toHaveBeenCalledOnce();
});

test.each(['InvalidAnswerError', 'TooSoonError', 'AttemptsExhaustedError', 'IdempotencyConflictError'])(
  '%s keeps what was typed and gives up the key',
  async (__typename) => {
    const draft = aDraft();
    await sendAnswer(ANSWER, draft, answering({ __typename, message: 'No.' }).door);
    expect(draft.settle).toHaveBeenCalledOnce();
    expect(draft.forget).not.toHaveBeenCalled();
  },
);

test('a lost response keeps what was typed and its key', async () => {
  const draft = aDraft();
  const lost = () => Promise.reject(new ApiFailure('UNREACHABLE'));
  await expect(sendAnswer(ANSWER, draft, lost)).rejects.toMatchObject({ code: 'UNREACHABLE' });
  expect(draft.settle).not.toHaveBeenCalled();
  expect(draft.forget).not.toHaveBeenCalled();
});
