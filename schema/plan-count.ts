// How many learners get the same thing for the same reason.
import type { PlanPreview } from '../functions/weekly-run/plan-preview.ts';
import { builder } from './builder.ts';
import { PlanDecision } from './plan-decision.ts';
import { ReasonCode } from './reason-code.ts';

export const PlanCount = builder.objectRef<PlanPreview['counts'][number]>('PlanCount').implement({
  fields: (t) => ({
    decision: t.expose('decision', { type: PlanDecision }),
    code: t.expose('code', { type: ReasonCode }),
    count: t.exposeInt('count'),
  }),
});
