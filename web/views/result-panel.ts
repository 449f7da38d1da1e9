// Shows how a learner stands with a challenge.
import type { ResultDescription } from '../describe-result.ts';
import { element } from './element.ts';

/** @param isNews whether it has just become so: then the focus lands here */
export function resultPanel({ heading, sentence, mood }: ResultDescription, isNews: boolean): HTMLElement {
  return element(
    'div',
    { class: `result ${mood}${isNews ? ' news' : ''}` },
    element('h2', { tabindex: '-1', class: isNews ? 'landing' : null }, heading),
    element('p', {}, sentence),
  );
}
