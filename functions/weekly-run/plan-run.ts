// Decides for every learner, and freezes the decisions in batches before the first mail leaves.
import type { Catalogue } from '../challenges/catalogue.ts';
import type { ReadLearner } from '../learners/learner-store.ts';
import { messages } from '../messages.ts';
import type { Services } from '../services.ts';
import { type Batch, batchLifeDays, batchSizeMax, type PlannedMail } from './batch.ts';
import { dueAt } from './lateness.ts';
import { emptyPlanHash, extendPlanHash } from './plan-hash.ts';
import { planMail } from './plan-mail.ts';

export type PlanTally = { did: 'dropped' | 'repeated' | 'planned' | 'handed-over'; learners: number; batches: number };

/** Learners read at a time. */
const pageSize = 300;

/** Where a plan stands: what the last batch decided, and what is not frozen yet. */
type Plan = { number: number; afterId: string; hash: string; mails: PlannedMail[] };

/**
 * Walks the learners in id order from where the last frozen batch ended, until all are decided or `deadline` is near;
 * then publishes the message that goes on. Planners at the same time build one and the same chain of batches.
 */
export async function planRun(
  services: Services,
  { week, deadline, batchSize = batchSizeMax }: { week: string; deadline: Date; batchSize?: number },
): Promise<PlanTally> {
  const { runs, learners, content } = await services.stores();
  const queue = await services.queue();
  const tally = { learners: 0, batches: 0 };
  const run = await runs.get(week);
  if (run?.state === 'sending') {
    await queue.publish(messages.sendMails, { week, fromBatch: 1 });
    return { did: 'repeated', ...tally };
  }
  if (run?.state !== 'planning') return { did: 'dropped', ...tally };

  const catalogue = await content.catalogue();
  let plan = await lastPlan(services, week);
  for (;;) {
    if (services.clock.now() >= deadline) {
      await queue.publish(messages.planRun, { week });
      return { did: 'handed-over', ...tally };
    }
    const page = await learners.pageAfter(plan.afterId, pageSize);
    tally.learners += page.length;
    const result = await decidePage(services, { week, catalogue, plan, page, batchSize });
    if (result === 'stopped') return { did: 'dropped', ...tally };
    tally.batches += result === 'exists' ? 0 : result.number - plan.number;
    plan = result === 'exists' ? await lastPlan(services, week) : result;
    if (page.length < pageSize && result !== 'exists') break;
  }
  return { did: (await closePlan(services, week, plan)) ? 'planned' : 'dropped', ...tally };
}

async function lastPlan(services: Services, week: string): Promise<Plan> {
  const last = await (await services.stores()).batches.last(week);
  return {
    number: last?.number ?? 0,
    afterId: last?.throughId ?? '',
    hash: last?.planHash ?? emptyPlanHash,
    mails: [],
  };
}

async function decidePage(
  services: Services,
  at: { week: string; catalogue: Catalogue; plan: Plan; page: ReadLearner[]; batchSize: number },
): Promise<Plan | 'exists' | 'stopped'> {
  const week = { week: at.week, due: dueAt(at.week, services.config.timeZone) };
  let plan = at.plan;
  for (const { id, learner } of at.page) {
    const { decision, code, challengeId } = planMail(learner, at.catalogue, week);
    plan = { ...plan, afterId: id };
    if (decision === 'NOBODY') continue;
    const mail = { learnerId: id, code, challengeId };
    plan = { ...plan, mails: [...plan.mails, mail], hash: extendPlanHash(plan.hash, mail) };
    if (plan.mails.length < at.batchSize) continue;
    const frozen = await freeze(services, at.week, plan);
    if (typeof frozen === 'string') return frozen;
    plan = frozen;
  }
  return plan;
}

async function freeze(services: Services, week: string, plan: Plan): Promise<Plan | 'exists' | 'stopped'> {
  const { batches } = await services.stores();
  const now = services.clock.now();
  const batch: Batch = {
    number: plan.number + 1,
    throughId: plan.afterId,
    mails: plan.mails,
    planHash: plan.hash,
    frozenAt: now,
    expiresAt: new Date(now.getTime() + batchLifeDays * 86_400_000),
    inFlight: null,
    outcomes: {},
  };
  const result = await batches.freeze(week, batch);
  return result === 'frozen' ? { ...plan, number: batch.number, mails: [] } : result;
}

/** Freezes what is left and opens the sending; false where another planner, a pause or a cancel was faster. */
async function closePlan(services: Services, week: string, plan: Plan): Promise<boolean> {
  const { runs, batches } = await services.stores();
  const queue = await services.queue();
  const frozen = plan.mails.length === 0 ? plan : await freeze(services, week, plan);
  if (frozen === 'stopped') return false;
  // Another planner is further: the message that comes again goes on from its last batch.
  if (frozen === 'exists' || ((await batches.last(week))?.number ?? 0) !== frozen.number) {
    await queue.publish(messages.planRun, { week });
    return false;
  }
  const closed = await runs.change(week, (run) =>
    run.state === 'planning' ? { state: 'sending', planHash: plan.hash } : null,
  );
  if (closed?.changed) await queue.publish(messages.sendMails, { week, fromBatch: 1 });
  return closed?.changed ?? false;
}
