// What editors see of a challenge, its key among it.
import type { Challenge as ChallengeData } from '../functions/challenges/challenge.ts';
import { builder } from './builder.ts';

export const ChallengeSource = builder.objectRef<ChallengeData>('ChallengeSource');

ChallengeSource.implement({
  fields: (t) => ({
    bodyMarkdown: t.exposeString('bodyMarkdown'),
    accepted: t.exposeStringList('accepted'),
    tolerance: t.exposeFloat('tolerance', { nullable: true }),
    revision: t.exposeInt('revision'),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', nullable: true }),
    archivedAt: t.expose('archivedAt', { type: 'DateTime', nullable: true }),
  }),
});
