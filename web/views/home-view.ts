// What a signed-in learner sees.
import { describePlacement } from '../describe-placement.ts';
import type { PageState } from '../open-page.ts';
import { challengeArticle } from './challenge-article.ts';
import { element } from './element.ts';
import { type ChangeMail, mailSection } from './mail-section.ts';

type Home = Extract<PageState, { kind: 'home' }>;

export function homeView({ learner, assignment, linkRefused }: Home, changeMail: ChangeMail): HTMLElement {
  const view = element('div');
  const placement = describePlacement(learner);
  if (linkRefused) {
    view.append(
      element('p', { class: 'notice' }, 'That link no longer works, but you were still signed in on this device.'),
    );
  }
  if (assignment && placement !== null) view.append(element('p', { class: 'notice' }, placement));
  view.append(
    assignment ? challengeArticle(assignment) : noChallengeYet(placement ?? FIRST_MONDAY),
    mailSection(learner.mail, changeMail),
  );
  return view;
}

const FIRST_MONDAY =
  'Challenges come out on Mondays. Your first one arrives by mail, and from then on it is here as well.';

function noChallengeYet(sentence: string): HTMLElement {
  return element(
    'section',
    { class: 'message' },
    element('h1', { tabindex: '-1' }, 'No challenge yet'),
    element('p', {}, sentence),
  );
}
