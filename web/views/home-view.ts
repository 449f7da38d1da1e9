// What a signed-in learner sees.
import { afterAnswer } from '../after-answer.ts';
import type { LearnerActions } from '../learner-actions.ts';
import type { HomeState } from '../page-state.ts';
import { questionnaireOffer } from '../questionnaire-offer.ts';
import { quietWeeks } from '../quiet-weeks.ts';
import { answerSection } from './answer-section.ts';
import { challengeArticle } from './challenge-article.ts';
import { element } from './element.ts';
import { ladderSection } from './ladder-section.ts';
import { mailSection } from './mail-section.ts';
import { weeksSection } from './weeks-section.ts';

export function homeView(state: HomeState, actions: HomeActions): HTMLElement {
  const { learner, levels, assignment } = state;
  // What is changed here without a new view must be known to the next one.
  let present = state;
  const changeMail: LearnerActions['changeMail'] = async (name, weeks) => {
    const mail = await actions.changeMail(name, weeks);
    present = { ...present, learner: { ...present.learner, mail } };
    return mail;
  };
  const challenge = assignment
    ? challengeArticle(
        assignment,
        answerSection(state, {
          draft: actions.draftOf(learner, assignment),
          answer: (text) => actions.answer(learner, assignment, text),
          taken: (answer) => actions.showNext(afterAnswer(present, answer)),
          openAgain: actions.openAgain,
        }),
      )
    : noChallengeYet();
  return element(
    'div',
    { class: 'home' },
    element('div', { class: 'home-challenge' }, ...notices(state), challenge),
    element(
      'div',
      { class: 'home-aside' },
      ladderSection(learner, levels),
      ...(learner.assignments.edges.length > 0
        ? [weeksSection(learner, assignment?.week ?? null, actions.earlierWeeks)]
        : []),
    ),
    mailSection(learner.mail, changeMail),
  );
}

export type HomeActions = LearnerActions & { openAgain: () => void; showNext: (state: HomeState) => void };

function notices({ learner, assignment, linkRefused, taken }: HomeState): HTMLElement[] {
  const { currentAssignment, mail } = learner;
  const found: (string | Node)[][] = [];
  if (linkRefused) found.push(['That link no longer works, but you were still signed in on this device.']);
  if (assignment && questionnaireOffer(learner) === 'invite') {
    const link = element('a', { href: '/#questions' }, 'Answer a few questions');
    found.push(['Your challenges begin on the first level. ', link, ' to find the one that fits you.']);
  }
  const isNewest = assignment !== null && assignment.week === currentAssignment?.week;
  if (isNewest && !taken && quietWeeks(assignment.week, mail.status, Date.now())) {
    found.push([
      'No new challenge has come since this one: you may have had all there are on your level so far. The next comes by mail as soon as there is one.',
    ]);
  }
  return found.map((children) => element('p', { class: 'notice' }, ...children));
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
