// Challenges; the key to their answer is shown to editors only.
import { hasRole } from '../functions/api/has-role.ts';
import { answerKindSchema, type Challenge as ChallengeData } from '../functions/challenges/challenge.ts';
import { findChallenge } from '../functions/challenges/find-challenge.ts';
import { levelOfChallenge } from '../functions/challenges/level-of-challenge.ts';
import { builder } from './builder.ts';
import { ChallengeSource } from './challenge-source.ts';
import { Level } from './level.ts';

export const AnswerKind = builder.enumType('AnswerKind', { values: answerKindSchema.options });

export const Challenge = builder.objectRef<ChallengeData>('Challenge');

Challenge.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    title: t.exposeString('title'),
    level: t.field({
      type: Level,
      resolve: (challenge, _args, { services }) => levelOfChallenge(services, challenge),
    }),
    bodyHtml: t.exposeString('bodyHtml', { complexity: 4, description: 'Sanitised HTML of the Markdown body.' }),
    answerKind: t.expose('answerKind', { type: AnswerKind }),
    choices: t.exposeStringList('choices', { nullable: true, description: 'Only for CHOICE.' }),
    source: t.field({
      type: ChallengeSource,
      nullable: true,
      description: 'Editors; null for others.',
      resolve: (challenge, _args, { viewer }) => (hasRole(viewer, 'editor') ? challenge : null),
    }),
  }),
});

builder.queryField('challenge', (t) =>
  t.withAuth({ $any: { learner: true, editor: true } }).field({
    type: Challenge,
    nullable: true,
    description:
      'A challenge that was assigned to the learner (editors: any). Null where it does not exist or is not theirs.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { services, viewer }) =>
      findChallenge(services, { id, learnerId: viewer.learnerId, any: hasRole(viewer, 'editor') }),
  }),
);
