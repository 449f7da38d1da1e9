// The form in which a challenge is answered.
import type { AnswerDraft } from '../answer-draft.ts';
import { ApiFailure } from '../api-failure.ts';
import { describeFailure } from '../describe-failure.ts';
import { describeWait } from '../describe-wait.ts';
import type { Assignment } from '../page-state.ts';
import type { AnswerResult, AnswerTaken } from '../send-answer.ts';
import { waitLeft } from '../wait-left.ts';
import { answerField } from './answer-field.ts';
import { element } from './element.ts';
import { sendRow } from './send-row.ts';

export function answerForm(assignment: Assignment, { draft, answer, taken, openAgain }: AnswerActions): HTMLElement {
  const field = answerField(assignment.challenge, draft.read());
  const row = sendRow(openAgain);
  const form = element('form', { class: 'answer-form', novalidate: '' }, field.node, row.node);
  const send = async () => {
    row.setSending(true);
    try {
      receive(await answer(field.read()));
    } catch (failure) {
      field.complain(describeFailure(failure), false);
      const isOffline = failure instanceof ApiFailure && failure.code === 'UNREACHABLE';
      if (isOffline) window.addEventListener('online', () => field.complain(BACK_ONLINE, false), { once: true });
    } finally {
      row.setSending(false);
    }
  };
  const receive = (result: AnswerResult) => {
    if (result.__typename === 'SubmitAnswerSuccess') return taken(result);
    field.complain(result.message, result.__typename === 'InvalidAnswerError');
    if (result.__typename === 'TooSoonError') row.wait({ nextAttemptAt: result.nextAttemptAt, lastSubmittedAt: null });
    else if (result.__typename !== 'InvalidAnswerError') row.offerToLook();
  };
  form.addEventListener('input', () => draft.write(field.read()));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (row.isSending()) return;
    if (row.leftMs() > 0) return field.complain(`You can send it in ${describeWait(row.leftMs() / 1000)}.`, false);
    if (field.read().trim() === '') return field.complain(field.missing, true);
    field.complain('', false);
    void send();
  });
  const lastSubmittedAt = assignment.submissions.at(-1)?.submittedAt ?? null;
  const wanted = { nextAttemptAt: assignment.nextAttemptAt, lastSubmittedAt };
  if (waitLeft(wanted, Date.now()) > 0) row.wait(wanted);
  return form;
}

export type AnswerActions = {
  draft: AnswerDraft;
  /** Rejects with ApiFailure. */
  answer: (text: string) => Promise<AnswerResult>;
  taken: (answer: AnswerTaken) => void;
  openAgain: () => void;
};

const BACK_ONLINE = 'You are back online. Your answer is still here: send it now.';
