// What single learners would get as of now, with a sentence why.
import type { Services } from '../services.ts';
import { dueAt } from './lateness.ts';
import { type MailDecision, planMail } from './plan-mail.ts';
import { reasonSentences } from './reason.ts';

export type PlanEntry = MailDecision & { learnerId: string; reason: string };

/** One page in id order after an id (null: from the first); reads only its page and the catalogue. */
export async function planEntries(
  services: Services,
  { week, first, after }: { week: string; first: number; after: string | null },
): Promise<PlanEntry[]> {
  const { learners, content } = await services.stores();
  const [catalogue, page] = await Promise.all([content.catalogue(), learners.pageAfter(after ?? '', first)]);
  const at = { week, due: dueAt(week, services.config.timeZone) };
  return page.map(({ id, learner }) => {
    const planned = planMail(learner, catalogue, at);
    return { ...planned, learnerId: id, reason: reasonSentences[planned.code] };
  });
}
