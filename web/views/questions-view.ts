// The questionnaire that finds a learner's level.
import { describeFailure } from '../describe-failure.ts';
import type { LearnerActions } from '../learner-actions.ts';
import { missingAnswers } from '../missing-answers.ts';
import type { Placement, Question, QuestionsState } from '../page-state.ts';
import { choiceGroup } from './choice-group.ts';
import { element } from './element.ts';
import { mailSection } from './mail-section.ts';

export function questionsView(
  { questions, learner }: Pick<QuestionsState, 'questions' | 'learner'>,
  { answerQuestionnaire, changeMail }: Pick<LearnerActions, 'answerQuestionnaire' | 'changeMail'>,
  placed: (placement: Placement) => void,
): HTMLElement {
  const fields = questions.map(questionField);
  const trouble = element('p', { class: 'form-trouble', role: 'alert' });
  const button = element('button', { type: 'submit' }, 'Find my level');
  const form = element('form', { novalidate: '' }, ...fields.map(({ node }) => node), button, trouble);
  const chosen = () => new Map(fields.flatMap(({ id, read }) => (read() === '' ? [] : [[id, read()] as const])));
  const mark = () => {
    const missing = missingAnswers(questions, chosen());
    fields.forEach(({ complain }, index) => void complain(missing?.places.includes(index + 1) ?? false));
    return missing;
  };
  let tried = false;
  form.addEventListener('input', () => {
    // Once complained about, each question is let off as soon as it is answered.
    if (tried) trouble.textContent = mark()?.sentence ?? '';
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.ariaDisabled === 'true') return;
    tried = true;
    const missing = mark();
    trouble.textContent = missing?.sentence ?? '';
    if (missing) return fields[(missing.places[0] ?? 1) - 1]?.focus();
    button.ariaDisabled = 'true';
    try {
      placed(await answerQuestionnaire([...chosen()].map(([questionId, choiceId]) => ({ questionId, choiceId }))));
    } catch (failure) {
      trouble.textContent = describeFailure(failure);
    } finally {
      button.ariaDisabled = 'false';
    }
  });
  const introduced = introduction(questions.length, learner.level !== null);
  const section = element('section', { class: 'questions' }, ...introduced, form);
  return element('div', { class: 'home' }, section, mailSection(learner.mail, changeMail));
}

function introduction(count: number, isPlaced: boolean): HTMLElement[] {
  const lead = `${count} short questions show where you begin. A guess is welcome, and so is “not sure”: every level can be climbed from below.`;
  const introduced = [
    element('p', { class: 'eyebrow' }, 'Before you climb'),
    element('h1', { tabindex: '-1' }, 'Find your level'),
    element('p', {}, lead),
  ];
  if (isPlaced) introduced.push(element('p', { class: 'back' }, element('a', { href: '/' }, 'Keep the level I have')));
  return introduced;
}

function questionField({ id, prompt, choices }: Question, index: number) {
  const errorId = `question-${index + 1}-error`;
  const options = choices.map((choice) => ({ value: choice.id, text: choice.text }));
  const name = `question-${index + 1}`;
  const group = choiceGroup({ name, legend: `${index + 1}. ${prompt}`, describedBy: errorId }, options, '');
  const error = element('p', { id: errorId, class: 'field-error' });
  return {
    id,
    read: group.read,
    focus: group.focus,
    node: element('div', { class: 'field' }, group.node, error),
    complain(isMissing: boolean) {
      group.node.setAttribute('aria-invalid', String(isMissing));
      error.textContent = isMissing ? `Please choose an answer to question ${index + 1}.` : '';
    },
  };
}
