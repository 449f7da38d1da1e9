// Progress on the present level.
import type { Progress as ProgressData } from '../functions/learners/progress.ts';
import { builder } from './builder.ts';
import { Level } from './level.ts';

export const Progress = builder.objectRef<ProgressData>('Progress').implement({
  description: 'Passes of the present level.',
  fields: (t) => ({
    passed: t.exposeInt('passed'),
    needed: t.exposeInt('needed'),
    nextLevel: t.expose('nextLevel', { type: Level, nullable: true }),
  }),
});
