// What a signed-in learner sees.
import type { Learner } from '../open-page.ts';
import { challengeArticle } from './challenge-article.ts';
import { element } from './element.ts';
import { type ChangeMail, mailSection } from './mail-section.ts';

/** @param linkRefused the learner came by a link that did not work, and was still signed in */
export function homeView(learner: Learner, linkRefused: boolean, changeMail: ChangeMail): HTMLElement {
  const view = element('div');
  if (linkRefused) {
    view.append(
      element('p', { class: 'notice' }, 'That link no longer works, but you were still signed in on this device.'),
    );
  }
  const { currentAssignment, level, mail } = learner;
  view.append(
    currentAssignment ? challengeArticle(currentAssignment, level?.name ?? null) : noChallengeYet(),
    mailSection(mail, changeMail),
  );
  return view;
}

function noChallengeYet(): HTMLElement {
  return element(
    'section',
    { class: 'message' },
    element('h1', { tabindex: '-1' }, 'No challenge yet'),
    element(
      'p',
      {},
      'Challenges come out on Mondays. Your first one arrives by mail, and from then on it is here as well.',
    ),
  );
}
