// What operators may do with a weekly run.
import { cancelRun } from '../functions/weekly-run/cancel-run.ts';
import { pauseRun } from '../functions/weekly-run/pause-run.ts';
import { resumeRun } from '../functions/weekly-run/resume-run.ts';
import { retryFailed } from '../functions/weekly-run/retry-failed.ts';
import { settleUnknown } from '../functions/weekly-run/settle-unknown.ts';
import { startRun } from '../functions/weekly-run/start-run.ts';
import { builder } from './builder.ts';
import { reasonArgument } from './reason-argument.ts';
import { ReasonCode } from './reason-code.ts';
import { weekArgument } from './week-argument.ts';
import { WeeklyRun } from './weekly-run.ts';

builder.mutationFields((t) => ({
  startWeeklyRun: t.field({
    type: WeeklyRun,
    description: 'Operators.',
    authScopes: { operator: true },
    args: { week: t.arg.string({ required: true }) },
    resolve: (_root, args, { services }) => startRun(services, { week: weekArgument(args), by: 'operator' }),
  }),
  pauseWeeklyRun: t.field({
    type: WeeklyRun,
    authScopes: { operator: true },
    args: { week: t.arg.string({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: (_root, args, { services }) =>
      pauseRun(services, { week: weekArgument(args), reason: reasonArgument(args) }),
  }),
  resumeWeeklyRun: t.field({
    type: WeeklyRun,
    authScopes: { operator: true },
    args: { week: t.arg.string({ required: true }) },
    resolve: (_root, args, { services }) => resumeRun(services, { week: weekArgument(args) }),
  }),
  cancelWeeklyRun: t.field({
    type: WeeklyRun,
    authScopes: { operator: true },
    args: { week: t.arg.string({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: (_root, args, { services }) =>
      cancelRun(services, { week: weekArgument(args), reason: reasonArgument(args) }),
  }),
  retryFailed: t.field({
    type: WeeklyRun,
    description: 'Puts failed mails with these reasons back to pending; a DONE run sends again.',
    authScopes: { operator: true },
    args: {
      week: t.arg.string({ required: true }),
      reasons: t.arg({
        type: [ReasonCode],
        required: true,
        description: 'ADDRESS_REFUSED, MESSAGE_REFUSED, OUTCOME_UNKNOWN; mails of the last may arrive twice.',
      }),
    },
    resolve: (_root, args, { services }) => retryFailed(services, { week: weekArgument(args), reasons: args.reasons }),
  }),
  settleUnknown: t.field({
    type: WeeklyRun,
    authScopes: { operator: true },
    args: { week: t.arg.string({ required: true }), resend: t.arg.boolean({ required: true }) },
    resolve: (_root, args, { services }) => settleUnknown(services, { week: weekArgument(args), resend: args.resend }),
  }),
}));
