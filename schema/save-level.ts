// Editors save levels.
import { saveLevel } from '../functions/challenges/save-level.ts';
import { builder } from './builder.ts';
import { Level } from './level.ts';

const LevelInput = builder.inputType('LevelInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    order: t.int({ required: true }),
    name: t.string({ required: true }),
    summary: t.string({ required: true }),
    passesToAdvance: t.int({ required: true }),
  }),
});

builder.mutationField('saveLevel', (t) =>
  t.field({
    type: Level,
    description: 'Editors.',
    authScopes: { editor: true },
    args: { input: t.arg({ type: LevelInput, required: true }) },
    resolve: (_root, { input }, { services }) => saveLevel(services, input),
  }),
);
