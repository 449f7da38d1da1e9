// Shows the ladder of levels, where the learner stands on it, and the streak.
import { describeStanding } from '../describe-standing.ts';
import { ladderRungs, type Rung } from '../ladder-rungs.ts';
import type { Learner, Level } from '../page-state.ts';
import { questionnaireOffer } from '../questionnaire-offer.ts';
import { element } from './element.ts';

/** @param levels lowest first */
export function ladderSection(learner: Learner, levels: Level[]): HTMLElement {
  const { progress, passes, streak } = describeStanding(learner);
  const about = element('div', { class: 'standing' }, element('p', {}, progress));
  if (passes) about.append(pips(passes));
  const rungs = ladderRungs(levels, learner.level?.id ?? null).map((rung) => rungItem(rung, about));
  const section = element(
    'section',
    { class: 'ladder', 'aria-labelledby': 'ladder-heading' },
    element('h2', { id: 'ladder-heading' }, 'Your ladder'),
    element('ol', { role: 'list', reversed: '' }, ...rungs),
    element('p', { class: 'streak' }, streak),
  );
  if (learner.level === null) section.querySelector('ol')?.before(about);
  if (questionnaireOffer(learner) === 'again') {
    const link = element('a', { href: '/#questions' }, 'Answer the questions again');
    section.append(element('p', { class: 'again' }, 'Not your level? ', link, '.'));
  }
  return section;
}

function rungItem({ level, place }: Rung<Level>, about: HTMLElement): HTMLElement {
  const isPresent = place === 'present';
  const item = element(
    'li',
    { class: `rung ${place}`, 'aria-current': isPresent ? 'step' : null },
    element('p', { class: 'rung-name' }, level.name, element('span', { class: 'visually-hidden' }, PLACES[place])),
  );
  if (isPresent) item.append(element('p', { class: 'rung-summary' }, level.summary), about);
  return item;
}

const PLACES: Record<Rung<Level>['place'], string> = {
  climbed: ', climbed',
  present: ', where you are',
  ahead: ', ahead of you',
};

/** The sentence beside them says the same, so they are for the eye only. */
function pips({ passed, needed }: { passed: number; needed: number }): HTMLElement {
  const bars = Array.from({ length: needed }, (_, index) => element('i', { class: index < passed ? 'on' : null }));
  return element('div', { class: 'pips', 'aria-hidden': 'true' }, ...bars);
}
