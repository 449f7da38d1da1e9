// What a run would do as of now, without doing it: the counts and the plan hash.
import type { Services } from '../services.ts';
import { decideAll } from './decide-all.ts';
import { emptyPlanHash, extendPlanHash } from './plan-hash.ts';
import type { MailDecision } from './plan-mail.ts';
import type { ReasonCode } from './reason.ts';

export type PlanPreview = {
  week: string;
  asOf: Date;
  planHash: string;
  counts: { decision: MailDecision['decision']; code: ReasonCode; count: number }[];
};

/** Walks all learners once: one read each. The hash is the one that a run over the same learners and content gets. */
export async function planPreview(services: Services, week: string): Promise<PlanPreview> {
  const asOf = services.clock.now();
  const counts = new Map<string, PlanPreview['counts'][number]>();
  let planHash = emptyPlanHash;
  for await (const { learnerId, decision } of decideAll(services, week, '')) {
    const key = `${decision.decision} ${decision.code}`;
    const counted = counts.get(key) ?? { decision: decision.decision, code: decision.code, count: 0 };
    counts.set(key, { ...counted, count: counted.count + 1 });
    if (decision.decision === 'NOBODY') continue;
    planHash = extendPlanHash(planHash, { learnerId, challengeId: decision.challengeId });
  }
  return { week, asOf, planHash, counts: [...counts.values()] };
}
