// Levels: the rungs of the ladder.
import type { Level as LevelData } from '../functions/challenges/level.ts';
import { builder } from './builder.ts';

export const Level = builder.objectRef<LevelData>('Level');

Level.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    order: t.exposeInt('order'),
    name: t.exposeString('name'),
    summary: t.exposeString('summary'),
    passesToAdvance: t.exposeInt('passesToAdvance'),
  }),
});

builder.queryFields((t) => ({
  levels: t.field({
    type: [Level],
    description: 'All levels, lowest first. Public.',
    authScopes: { public: true },
    resolve: async (_root, _args, { services }) => (await (await services.stores()).content.catalogue()).levels,
  }),
  level: t.field({
    type: Level,
    nullable: true,
    authScopes: { public: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { services }) =>
      (await (await services.stores()).content.catalogue()).levels.find((level) => level.id === id) ?? null,
  }),
}));
