// What one learner would get, and why.
import type { PlanEntry as PlanEntryData } from '../functions/weekly-run/plan-entries.ts';
import { builder } from './builder.ts';
import { PlanDecision } from './plan-decision.ts';
import { ReasonCode } from './reason-code.ts';

export const PlanEntry = builder.objectRef<PlanEntryData>('PlanEntry').implement({
  description: 'reason: one sentence for a person.',
  fields: (t) => ({
    learnerId: t.exposeID('learnerId'),
    decision: t.expose('decision', { type: PlanDecision }),
    code: t.expose('code', { type: ReasonCode }),
    reason: t.exposeString('reason'),
    challengeId: t.exposeID('challengeId', { nullable: true }),
  }),
});
