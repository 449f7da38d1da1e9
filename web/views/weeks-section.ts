// Lists the weeks of a learner, each of which can be opened.
import { describeFailure } from '../describe-failure.ts';
import { describeOutcome } from '../describe-outcome.ts';
import type { WeekPartsFragment, WeeksPartsFragment } from '../generated/graphql.ts';
import type { Learner } from '../page-state.ts';
import { weekName } from '../week-name.ts';
import { element } from './element.ts';

/**
 * @param shown the week that is on the page now
 * @param earlier asks for the weeks after a cursor; rejects with ApiFailure
 */
export function weeksSection(
  { assignments }: Pick<Learner, 'assignments'>,
  shown: string | null,
  earlier: (after: string) => Promise<WeeksPartsFragment>,
): HTMLElement {
  const newest = assignments.edges[0]?.node.week ?? '';
  const list = element('ul', { role: 'list' });
  const trouble = element('p', { class: 'weeks-trouble', role: 'alert' });
  const button = element('button', { type: 'button', class: 'quiet' }, 'Show earlier weeks');
  let waiting: WeekPartsFragment[] = [];
  let cursor: string | null = null;
  const take = ({ edges, pageInfo }: WeeksPartsFragment) => {
    waiting = edges.map(({ node }) => node);
    cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  };
  const show = (count: number) => {
    const items = waiting
      .splice(0, count)
      .map((node) => weekItem(node, weekName(node.week, newest), node.week === shown));
    list.append(...items);
    button.hidden = waiting.length === 0 && cursor === null;
    return items[0]?.querySelector('a');
  };
  button.addEventListener('click', async () => {
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    trouble.textContent = '';
    try {
      if (waiting.length === 0 && cursor !== null) take(await earlier(cursor));
      show(waiting.length)?.focus();
    } catch (failure) {
      trouble.textContent = describeFailure(failure);
    } finally {
      button.ariaDisabled = 'false';
    }
  });
  take(assignments);
  show(SHOWN_AT_FIRST);
  return element(
    'section',
    { class: 'weeks', 'aria-labelledby': 'weeks-heading' },
    element('h2', { id: 'weeks-heading' }, 'Your weeks'),
    list,
    button,
    trouble,
  );
}

/** About what a phone shows beside the ladder: the settings of the mail shall not be far below. */
const SHOWN_AT_FIRST = 5;

function weekItem({ week, challenge, outcome }: WeekPartsFragment, name: string, isShown: boolean): HTMLElement {
  const link = element(
    'a',
    { href: `/week/${week}`, 'aria-current': isShown ? 'page' : null },
    element('span', { class: 'week-title' }, challenge.title),
    element('span', { class: 'week-line' }, `${name} · ${describeOutcome(outcome)}`),
  );
  return element('li', { class: outcome.toLowerCase() }, link);
}
