// Decides for every learner in id order: what a run freezes, and what a dry run shows.
import type { Services } from '../services.ts';
import { dueAt } from './lateness.ts';
import { type MailDecision, planMail } from './plan-mail.ts';

/** Learners read at a time. */
const pageSize = 300;

/** One decision after the other, after an id (empty: from the first); reads each learner once, a page at a time. */
export async function* decideAll(
  services: Services,
  week: string,
  afterId: string,
): AsyncGenerator<{ learnerId: string; decision: MailDecision }> {
  const { learners, content } = await services.stores();
  const catalogue = await content.catalogue();
  const at = { week, due: dueAt(week, services.config.timeZone) };
  for (let after = afterId; ; ) {
    const page = await learners.pageAfter(after, pageSize);
    for (const { id, learner } of page) yield { learnerId: id, decision: planMail(learner, catalogue, at) };
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.id;
  }
}
