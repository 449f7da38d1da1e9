// Weekly runs, for operators.
import { firstSchema } from '../functions/first-schema.ts';
import { parseArgument } from '../functions/parse-argument.ts';
import { estimatedEnd } from '../functions/weekly-run/estimated-end.ts';
import type { Run } from '../functions/weekly-run/run.ts';
import { builder } from './builder.ts';
import { ReasonCount } from './reason-count.ts';
import { runBooks } from './run-books.ts';
import { RunCost } from './run-cost.ts';
import { RunCounts } from './run-counts.ts';
import { weekArgument } from './week-argument.ts';

const RunState = builder.enumType('RunState', {
  description: 'FAILED is what a cancel leaves.',
  values: {
    SYNCING: { value: 'syncing' },
    PLANNING: { value: 'planning' },
    SENDING: { value: 'sending' },
    SETTLING: { value: 'settling' },
    DONE: { value: 'done' },
    PAUSED: { value: 'paused' },
    FAILED: { value: 'failed' },
  } as const,
});

export const WeeklyRun = builder.objectRef<Run>('WeeklyRun');

WeeklyRun.implement({
  fields: (t) => ({
    week: t.exposeString('week'),
    state: t.expose('state', { type: RunState }),
    reason: t.exposeString('reason', { nullable: true }),
    notices: t.exposeStringList('notices'),
    startedAt: t.expose('startedAt', { type: 'DateTime' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true }),
    counts: t.field({
      type: RunCounts,
      resolve: async (run, _args, { services }) => (await runBooks(services, run)).counts,
    }),
    reasons: t.field({
      type: [ReasonCount],
      description: 'Excluded, failed and unknown mails by reason.',
      resolve: async (run, _args, { services }) => (await runBooks(services, run)).reasons,
    }),
    planHash: t.exposeString('planHash', { nullable: true }),
    ratePerSecond: t.float({
      nullable: true,
      description: 'Mails that Amazon SES accepted a second, of late; null before the second.',
      resolve: async (run, _args, { services }) => (await runBooks(services, run)).ratePerSecond,
    }),
    estimatedEndAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When the last pending mail will have been tried, at the rate of late; null unless the run is sending.',
      resolve: async (run, _args, { services }) =>
        estimatedEnd(run, await runBooks(services, run), services.clock.now()),
    }),
    contentWeeksLeft: t.exposeInt('contentWeeksLeft', {
      nullable: true,
      description:
        'Weeks of content left after this one, to the learner who has the fewest; null before the plan is complete.',
    }),
    cost: t.expose('cost', { type: RunCost }),
  }),
});

builder.queryFields((t) => ({
  weeklyRun: t.field({
    type: WeeklyRun,
    nullable: true,
    description:
      'Operators: one run, runs newest first, what a run would do without doing it, and why a learner got what they got.',
    authScopes: { operator: true },
    args: { week: t.arg.string({ required: true }) },
    resolve: async (_root, args, { services }) => (await services.stores()).runs.get(weekArgument(args)),
  }),
  weeklyRuns: t.field({
    type: [WeeklyRun],
    authScopes: { operator: true },
    args: { first: t.arg.int({ defaultValue: 10 }) },
    resolve: async (_root, { first }, { services }) =>
      (await services.stores()).runs.list(parseArgument('first', firstSchema(50), first ?? 10)),
  }),
}));
