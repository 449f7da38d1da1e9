// Shows one week's challenge.
import type { Assignment } from '../page-state.ts';
import { element } from './element.ts';

/** @param answer what stands below the challenge's text */
export function challengeArticle({ week, challenge }: Assignment, answer: HTMLElement): HTMLElement {
  const prose = element('div', { class: 'prose' });
  // The server sanitised this HTML when the challenge was published (contract, `Challenge.bodyHtml`).
  prose.innerHTML = challenge.bodyHtml;
  const weekNumber = Number(week.split('-W')[1]);
  return element(
    'article',
    { class: 'challenge' },
    element('p', { class: 'eyebrow' }, `Week ${weekNumber} · Level ${challenge.level.name}`),
    element('h1', { tabindex: '-1' }, challenge.title),
    prose,
    answer,
  );
}
