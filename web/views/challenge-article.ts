// Shows one week's challenge.
import { describeAnswer } from '../describe-answer.ts';
import type { Assignment } from '../open-page.ts';
import { element } from './element.ts';

export function challengeArticle({ week, challenge }: Assignment): HTMLElement {
  const prose = element('div', { class: 'prose' });
  // The server sanitised this HTML when the challenge was published (contract, `Challenge.bodyHtml`).
  prose.innerHTML = challenge.bodyHtml;
  const answer = element('div', { class: 'answer' }, element('p', {}, describeAnswer(challenge.answerKind)));
  if (challenge.choices?.length) {
    // The role is spelled out because Safari drops it from a list without markers.
    answer.append(
      element(
        'ul',
        { class: 'choices', role: 'list' },
        ...challenge.choices.map((choice) => element('li', {}, choice)),
      ),
    );
  }
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
