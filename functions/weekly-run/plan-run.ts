// Decides for every learner, and freezes the decisions in batches before the first mail leaves.
import { messages } from '../messages.ts';
import type { Services } from '../services.ts';
import { type Batch, batchLifeDays, batchSizeMax, type PlannedMail } from './batch.ts';
import { beginStep } from './begin-step.ts';
import { fewestWeeks } from './content-weeks-left.ts';
import { decideAll } from './decide-all.ts';
import { pauseOnFault } from './pause-on-fault.ts';
import { emptyPlanHash, extendPlanHash } from './plan-hash.ts';

export type PlanTally = { did: 'dropped' | 'repeated' | 'planned' | 'handed-over' | 'paused'; batches: number };

/** Where a plan stands: what the last batch decided, and the mails that are not frozen yet. */
type Plan = { number: number; throughId: string; hash: string; mails: PlannedMail[]; contentWeeksLeft: number | null };

type Planning = { week: string; deadline: Date; batchSize: number };

/**
 * Walks the learners in id order from where the last frozen batch ended, until all are decided or `deadline` is near;
 * then publishes the message that goes on. Planners at the same time build one and the same chain of batches.
 */
export async function planRun(
  services: Services,
  { batchSize = batchSizeMax, ...planning }: Omit<Planning, 'batchSize'> & { batchSize?: number },
): Promise<PlanTally> {
  const tally = await pauseOnFault(services, planning.week, () => plan(services, { ...planning, batchSize }));
  return tally ?? { did: 'paused', batches: 0 };
}

async function plan(services: Services, planning: Planning): Promise<PlanTally> {
  const { week, deadline, batchSize } = planning;
  const start = await lastPlan(services, week);
  const run = await beginStep(services, week, { state: 'planning', step: `plan:${start.number}` });
  if (run === null) return pass(services, week);
  let current = start;
  const tally = (did: PlanTally['did']) => ({ did, batches: current.number - start.number });
  for await (const { learnerId, decision, weeksLeft } of decideAll(services, week, current.throughId)) {
    const { code, challengeId } = decision;
    const mail = { learnerId, code, challengeId };
    const left = fewestWeeks(current.contentWeeksLeft, weeksLeft);
    current = { ...current, throughId: learnerId, contentWeeksLeft: left };
    if (decision.decision !== 'NOBODY') {
      current = { ...current, mails: [...current.mails, mail], hash: extendPlanHash(current.hash, mail) };
    }
    const isLate = services.clock.now() >= deadline;
    if (current.mails.length < batchSize && !isLate) continue;
    // Where time is up, a batch that is not full keeps how far this planner came.
    const frozen = await freeze(services, week, current);
    if (frozen === 'stopped') return tally('dropped');
    if (frozen === 'exists' || isLate) return handOver(services, week, tally('handed-over'));
    current = frozen;
  }
  const last = current.mails.length === 0 ? current : await freeze(services, week, current);
  if (last === 'stopped') return tally('dropped');
  if (last === 'exists') return handOver(services, week, tally('handed-over'));
  current = last;
  return closePlan(services, week, { plan: current, tally });
}

/** A run that is planned already needs the message after this one; any other that is not being planned needs none. */
async function pass(services: Services, week: string): Promise<PlanTally> {
  const { runs } = await services.stores();
  if ((await runs.get(week))?.state !== 'sending') return { did: 'dropped', batches: 0 };
  await (await services.queue()).publish(messages.sendMails, { week, fromBatch: 1 });
  return { did: 'repeated', batches: 0 };
}

async function lastPlan(services: Services, week: string): Promise<Plan> {
  const last = await (await services.stores()).batches.last(week);
  return {
    number: last?.number ?? 0,
    throughId: last?.throughId ?? '',
    hash: last?.planHash ?? emptyPlanHash,
    mails: [],
    contentWeeksLeft: last?.contentWeeksLeft ?? null,
  };
}

async function freeze(services: Services, week: string, plan: Plan): Promise<Plan | 'exists' | 'stopped'> {
  const { batches } = await services.stores();
  const now = services.clock.now();
  const batch: Batch = {
    number: plan.number + 1,
    throughId: plan.throughId,
    mails: plan.mails,
    planHash: plan.hash,
    frozenAt: now,
    expiresAt: new Date(now.getTime() + batchLifeDays * 86_400_000),
    inFlight: null,
    outcomes: {},
    resentIds: [],
    contentWeeksLeft: plan.contentWeeksLeft,
  };
  const result = await batches.freeze(week, batch);
  return result === 'frozen' ? { ...plan, number: batch.number, mails: [] } : result;
}

async function closePlan(
  services: Services,
  week: string,
  { plan, tally }: { plan: Plan; tally: (did: PlanTally['did']) => PlanTally },
): Promise<PlanTally> {
  const { batches } = await services.stores();
  const closed = await batches.closePlan(week, {
    batches: plan.number,
    hash: plan.hash,
    contentWeeksLeft: plan.contentWeeksLeft,
  });
  // Another planner closed it, or this one, and the answer got lost.
  if (closed === 'stopped') return tally((await pass(services, week)).did);
  if (closed === 'behind') return handOver(services, week, tally('handed-over'));
  await (await services.queue()).publish(messages.sendMails, { week, fromBatch: 1 });
  return tally('planned');
}

/** Another planner is further, or time is up: the next message goes on from the last batch. */
async function handOver(services: Services, week: string, tally: PlanTally): Promise<PlanTally> {
  await (await services.queue()).publish(messages.planRun, { week });
  return tally;
}
