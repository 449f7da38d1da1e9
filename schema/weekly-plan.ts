// What a weekly run would do, without doing it.
import { z } from 'zod';
import { heldPlanPreview } from '../functions/api/held-plan-preview.ts';
import { firstSchema } from '../functions/first-schema.ts';
import { parseArgument } from '../functions/parse-argument.ts';
import { planEntries } from '../functions/weekly-run/plan-entries.ts';
import { builder } from './builder.ts';
import { PlanCount } from './plan-count.ts';
import { PlanEntry } from './plan-entry.ts';
import { weekArgument } from './week-argument.ts';

/** Only the week: each field reads what it needs, and the entries of one page need no walk over all learners. */
const WeeklyPlan = builder.objectRef<{ week: string }>('WeeklyPlan');

WeeklyPlan.implement({
  description: "Of the learners and content as they are now: Monday's own sync may change it.",
  fields: (t) => ({
    week: t.exposeString('week'),
    asOf: t.field({
      type: 'DateTime',
      resolve: async ({ week }, _args, { services }) => (await heldPlanPreview(services, week)).asOf,
    }),
    planHash: t.string({
      resolve: async ({ week }, _args, { services }) => (await heldPlanPreview(services, week)).planHash,
    }),
    counts: t.field({
      type: [PlanCount],
      resolve: async ({ week }, _args, { services }) => (await heldPlanPreview(services, week)).counts,
    }),
    entries: t.field({
      type: [PlanEntry],
      description: 'after: the learner id of the last entry seen.',
      args: { first: t.arg.int({ defaultValue: 100 }), after: t.arg.id() },
      resolve: ({ week }, { first, after }, { services }) =>
        planEntries(services, {
          week,
          first: parseArgument('first', firstSchema(500), first ?? 100),
          after: parseArgument('after', afterSchema, after ?? null),
        }),
    }),
  }),
});

const error = 'must be a learner id such as shopify-1001';
const afterSchema = z
  .string()
  .regex(/^shopify-\d+$/, { error })
  .nullable();

builder.queryField('weeklyPlan', (t) =>
  t.field({
    type: WeeklyPlan,
    authScopes: { operator: true },
    args: { week: t.arg.string({ required: true }) },
    resolve: (_root, args) => ({ week: weekArgument(args) }),
  }),
);
