// Decides for every learner in id order: what a run freezes, and what a dry run shows.
import type { Services } from '../services.ts';
import { contentWeeksLeft } from './content-weeks-left.ts';
import { dueAt } from './lateness.ts';
import { type MailDecision, planMail } from './plan-mail.ts';

/** Learners read at a time. */
const pageSize = 300;

/**
 * One decision after the other, after an id (empty: from the first); reads each learner once, a page at a time.
 * `weeksLeft` as in `contentWeeksLeft`.
 */
export async function* decideAll(
  services: Services,
  week: string,
  afterId: string,
): AsyncGenerator<{ learnerId: string; decision: MailDecision; weeksLeft: number | null }> {
  const { learners, content } = await services.stores();
  // What was published a moment ago is a part of the week.
  const catalogue = await content.freshCatalogue();
  const at = { week, due: dueAt(week, services.config.timeZone) };
  for (let after = afterId; ; ) {
    const page = await learners.pageAfter(after, pageSize);
    for (const { id, learner } of page) {
      const decision = planMail(learner, catalogue, at);
      const weeksLeft = learner && contentWeeksLeft(catalogue, learner, decision);
      yield { learnerId: id, decision, weeksLeft };
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.id;
  }
}
