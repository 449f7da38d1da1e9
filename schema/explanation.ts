// Why a learner got what they got in a week, for operators.
import { type Explanation as ExplanationData, explain } from '../functions/weekly-run/explain.ts';
import type { Fact as FactData } from '../functions/weekly-run/explanation-facts.ts';
import { builder } from './builder.ts';
import { learnerIdArgument } from './learner-id-argument.ts';
import { PlanDecision } from './plan-decision.ts';
import { ReasonCode } from './reason-code.ts';
import { weekArgument } from './week-argument.ts';

const Fact = builder.objectRef<FactData>('Fact').implement({
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', nullable: true }),
    what: t.exposeString('what'),
  }),
});

const Explanation = builder.objectRef<ExplanationData>('Explanation').implement({
  description: 'Every fact behind what a learner got or did not get.',
  fields: (t) => ({
    learnerId: t.exposeID('learnerId'),
    week: t.exposeString('week'),
    decision: t.expose('decision', { type: PlanDecision, nullable: true }),
    code: t.expose('code', { type: ReasonCode, nullable: true }),
    reason: t.exposeString('reason'),
    facts: t.field({ type: [Fact], resolve: ({ facts }) => facts }),
  }),
});

builder.queryFields((t) => ({
  explain: t.field({
    type: Explanation,
    authScopes: { operator: true },
    args: { learnerId: t.arg.id({ required: true }), week: t.arg.string({ required: true }) },
    resolve: (_root, args, { services }) =>
      explain(services, { learnerId: learnerIdArgument(args), week: weekArgument(args) }),
  }),
}));
