// Shows what the questionnaire has found.
import type { Placement } from '../page-state.ts';
import { element } from './element.ts';

export function placedView({ level, reason, assignment }: Placement): HTMLElement {
  return element(
    'section',
    { class: 'message placed' },
    element('p', { class: 'eyebrow' }, 'Your level'),
    element('h1', { tabindex: '-1' }, `You begin on ${level.name}`),
    element('p', { class: 'lead' }, reason),
    element('p', { class: 'soft' }, level.summary),
    assignment ? thisWeek(assignment) : element('p', {}, 'Your first challenge comes by mail on Monday.'),
    element(
      'p',
      { class: 'again' },
      'Not quite you? Until you answer your first challenge, you can ',
      element('a', { href: '/#questions' }, 'answer the questions again'),
      '.',
    ),
  );
}

function thisWeek({ week, challenge }: NonNullable<Placement['assignment']>): HTMLElement {
  return element(
    'div',
    { class: 'this-week' },
    element('p', { class: 'eyebrow' }, 'This week’s challenge'),
    element('h2', {}, challenge.title),
    element('a', { class: 'button', href: `/week/${week}` }, 'Start with it'),
  );
}
