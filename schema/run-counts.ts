// What became of the mails of a run.
import type { Counts } from '../functions/weekly-run/counts.ts';
import { builder } from './builder.ts';

export const RunCounts = builder.objectRef<Counts>('RunCounts').implement({
  description: [
    'planned: mails in the frozen plan. excluded: planned, but consent, pause, suppression or time forbade it before sending.',
    'pending: not tried yet, or being tried now. planned = accepted + excluded + failed + unknown + pending, at every moment.',
  ].join('\n'),
  fields: (t) => ({
    planned: t.exposeInt('planned'),
    accepted: t.exposeInt('accepted'),
    excluded: t.exposeInt('excluded'),
    failed: t.exposeInt('failed'),
    unknown: t.exposeInt('unknown'),
    pending: t.exposeInt('pending'),
  }),
});
