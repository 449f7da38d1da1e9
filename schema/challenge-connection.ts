// All challenges, a page at a time.
import { type ChallengePage, challengePage } from '../functions/challenges/challenge-page.ts';
import { builder } from './builder.ts';
import { Challenge } from './challenge.ts';
import { PageInfo } from './page-info.ts';

const ChallengeEdge = builder.objectRef<ChallengePage['edges'][number]>('ChallengeEdge').implement({
  fields: (t) => ({ cursor: t.exposeString('cursor'), node: t.expose('node', { type: Challenge }) }),
});

const ChallengeConnection = builder.objectRef<ChallengePage>('ChallengeConnection').implement({
  fields: (t) => ({
    edges: t.expose('edges', { type: [ChallengeEdge] }),
    pageInfo: t.expose('pageInfo', { type: PageInfo }),
  }),
});

builder.queryField('challenges', (t) =>
  t.field({
    type: ChallengeConnection,
    description: 'Editors.',
    authScopes: { editor: true },
    args: { levelId: t.arg.id(), first: t.arg.int({ defaultValue: 50 }), after: t.arg.string() },
    resolve: (_root, args, { services }) => challengePage(services, args),
  }),
);
