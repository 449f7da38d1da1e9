// The field, or the group of choices, into which an answer goes.
import { describeAnswer } from '../describe-answer.ts';
import type { AnswerKind } from '../generated/graphql.ts';
import type { Assignment } from '../page-state.ts';
import { choiceGroup } from './choice-group.ts';
import { element } from './element.ts';

/** @param typed what was typed before, or chosen */
export function answerField({ answerKind, choices }: Assignment['challenge'], typed: string): AnswerField {
  const hint = element('p', { id: 'answer-hint', class: 'hint' }, describeAnswer(answerKind));
  const error = element('p', { id: 'answer-error', class: 'field-error', role: 'alert' });
  const slot = element('div', { class: 'slot' }, hint, error);
  if (answerKind === 'CHOICE' && choices) {
    const options = choices.map((choice) => ({ value: choice, text: choice }));
    const group = choiceGroup({ name: 'answer', legend: 'Your answer', describedBy: DESCRIBED_BY }, options, typed);
    return {
      node: element('div', { class: 'field' }, group.node, slot),
      read: group.read,
      missing: 'Please choose one first.',
      complain: complaining(error, group.node, group.focus),
    };
  }
  const input = INPUTS[answerKind]();
  for (const [name, value] of Object.entries(COMMON)) input.setAttribute(name, value);
  input.value = typed;
  const label = element('label', { for: COMMON.id }, 'Your answer');
  return {
    node: element('div', { class: 'field' }, label, input, slot),
    read: () => input.value,
    missing: 'Please write your answer first.',
    complain: complaining(error, input, () => input.focus()),
  };
}

type AnswerField = {
  node: HTMLElement;
  /** What was typed, or the text of the choice; empty where there is none. */
  read: () => string;
  /** The complaint where there is none. */
  missing: string;
  /** @param aboutTheAnswer whether it is the answer that has to change: then the focus goes there */
  complain: (sentence: string, aboutTheAnswer: boolean) => void;
};

const DESCRIBED_BY = 'answer-hint answer-error';

const COMMON = {
  id: 'answer',
  name: 'answer',
  autocomplete: 'off',
  // What the API takes at most.
  maxlength: '10000',
  'aria-describedby': DESCRIBED_BY,
  'aria-required': 'true',
};

const INPUTS: Record<AnswerKind, () => HTMLInputElement | HTMLTextAreaElement> = {
  TEXT: () => element('input', { type: 'text' }),
  // Not `type="number"`, which loses what it cannot read, such as `1,5` or `3 km`, before anybody can say why.
  NUMBER: () => element('input', { type: 'text', inputmode: 'decimal' }),
  CHOICE: () => element('input', { type: 'text' }),
  SELF_REPORT: () => element('textarea', { rows: '4' }),
  REVIEW: () => element('textarea', { rows: '10' }),
};

function complaining(error: HTMLElement, invalid: HTMLElement, focus: () => void): AnswerField['complain'] {
  return (sentence, aboutTheAnswer) => {
    error.textContent = sentence;
    invalid.setAttribute('aria-invalid', String(aboutTheAnswer));
    if (aboutTheAnswer) focus();
  };
}
