// What a run would do as of now, without doing it: the counts and the plan hash.
import type { Services } from '../services.ts';
import type { PlannedMail } from './batch.ts';
import { dueAt } from './lateness.ts';
import { emptyPlanHash, extendPlanHash } from './plan-hash.ts';
import { type MailDecision, planMail } from './plan-mail.ts';
import type { ReasonCode } from './reason.ts';

export type PlanPreview = {
  week: string;
  asOf: Date;
  planHash: string;
  counts: { decision: MailDecision['decision']; code: ReasonCode; count: number }[];
};

/** Learners read at a time. */
const pageSize = 300;

/** Walks all learners once: one read each. The hash is the one that a run over the same learners and content gets. */
export async function planPreview(services: Services, week: string): Promise<PlanPreview> {
  const { learners, content } = await services.stores();
  const catalogue = await content.catalogue();
  const asOf = services.clock.now();
  const at = { week, due: dueAt(week, services.config.timeZone) };
  const counts = new Map<string, PlanPreview['counts'][number]>();
  let planHash = emptyPlanHash;
  for (let afterId = '', more = true; more; ) {
    const page = await learners.pageAfter(afterId, pageSize);
    for (const { id, learner } of page) {
      const { decision, code, challengeId } = planMail(learner, catalogue, at);
      const counted = counts.get(`${decision} ${code}`) ?? { decision, code, count: 0 };
      counts.set(`${decision} ${code}`, { ...counted, count: counted.count + 1 });
      const mail: PlannedMail = { learnerId: id, code, challengeId };
      if (decision !== 'NOBODY') planHash = extendPlanHash(planHash, mail);
    }
    afterId = page.at(-1)?.id ?? afterId;
    more = page.length === pageSize;
  }
  return { week, asOf, planHash, counts: [...counts.values()] };
}
