// What a weekly run used.
import type { RunCost as RunCostData } from '../functions/weekly-run/run-cost.ts';
import { builder } from './builder.ts';

export const RunCost = builder.objectRef<RunCostData>('RunCost').implement({
  description:
    'What the steps of the run used so far, as their clients counted it. SES events and this API are not among it. deletes, invocations and messages as Google bills them; mails were handed to Amazon SES, whatever became of them.',
  fields: (t) => ({
    reads: t.exposeInt('reads'),
    writes: t.exposeInt('writes'),
    deletes: t.exposeInt('deletes'),
    invocations: t.exposeInt('invocations'),
    messages: t.exposeInt('messages'),
    mails: t.exposeInt('mails'),
    computeSeconds: t.exposeFloat('computeSeconds'),
  }),
});
