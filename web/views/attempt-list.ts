// Shows the answers that a learner has given to a challenge.
import type { Mark } from '../generated/graphql.ts';
import type { Assignment } from '../page-state.ts';
import { element } from './element.ts';

/** @param submissions oldest first, as the API gives them */
export function attemptList(submissions: Assignment['submissions']): HTMLElement {
  return element(
    'div',
    { class: 'attempts' },
    element('h2', {}, submissions.length === 1 ? 'Your attempt' : 'Your attempts'),
    element('ol', { role: 'list' }, ...submissions.toReversed().map(attempt)),
  );
}

function attempt({ answer, mark, note, submittedAt }: Assignment['submissions'][number]): HTMLElement {
  const item = element(
    'li',
    {},
    element(
      'p',
      { class: 'attempt-head' },
      element('span', { class: `mark ${mark.toLowerCase()}` }, MARKS[mark]),
      element('time', { datetime: submittedAt }, TIME.format(new Date(submittedAt))),
    ),
    ...shownAnswer(answer),
  );
  if (note) {
    item.append(
      element(
        'div',
        { class: 'note' },
        element('p', { class: 'eyebrow' }, 'A note from your reviewer'),
        paragraph(note),
      ),
    );
  }
  return item;
}

function shownAnswer(answer: string): HTMLElement[] {
  if (answer.length <= SHOWN_LENGTH) return [paragraph(answer)];
  // Not in the middle of a word, where there is one.
  const start = `${answer.slice(0, SHOWN_LENGTH).replace(/\s+\S*$/, '')} …`;
  return [element('details', {}, element('summary', {}, start), paragraph(answer))];
}

function paragraph(text: string): HTMLElement {
  return element('p', { class: 'as-typed' }, text);
}

/** In characters: about four lines on a phone. */
const SHOWN_LENGTH = 200;

const MARKS: Record<Mark, string> = { PASSED: 'Passed', FAILED: 'Not yet', PENDING_REVIEW: 'Waiting for review' };

const TIME = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
