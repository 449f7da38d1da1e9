// How a learner stands with a challenge: the result so far, the form while it can be answered, and the attempts.
import { answering } from '../answering.ts';
import { describeResult } from '../describe-result.ts';
import type { HomeState } from '../page-state.ts';
import { type AnswerActions, answerForm } from './answer-form.ts';
import { attemptList } from './attempt-list.ts';
import { element } from './element.ts';
import { resultPanel } from './result-panel.ts';

export function answerSection(state: HomeState, actions: AnswerActions): HTMLElement {
  const section = element('section', { class: 'answer', 'aria-label': 'Your answer' });
  const { assignment, learner, taken } = state;
  if (!assignment) return section;
  const { submissions, attemptsLeft, challenge } = assignment;
  const stand = answering(assignment, learner.mail.status);
  const attempts = { made: submissions.length, left: attemptsLeft };
  const result = describeResult(stand, attempts, taken?.newLevel ?? null);
  if (result) section.append(resultPanel(result, taken !== null));
  if (stand === 'open') section.append(answerForm(assignment, actions));
  else if (challenge.choices?.length) section.append(choiceList(challenge.choices));
  if (submissions.length > 0) section.append(attemptList(submissions));
  return section;
}

/** The role is spelled out because Safari drops it from a list without markers. */
function choiceList(choices: string[]): HTMLElement {
  return element('ul', { class: 'choices', role: 'list' }, ...choices.map((choice) => element('li', {}, choice)));
}
