// Challenges, without the key to their answer.
import { hasRole } from '../functions/api/has-role.ts';
import { answerKindSchema, type Challenge as ChallengeData } from '../functions/challenges/challenge.ts';
import { challengeLevel } from '../functions/challenges/challenge-level.ts';
import { findChallenge } from '../functions/challenges/find-challenge.ts';
import { builder } from './builder.ts';
import { Level } from './level.ts';

const AnswerKind = builder.enumType('AnswerKind', { values: answerKindSchema.options });

export const Challenge = builder.objectRef<ChallengeData>('Challenge');

Challenge.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    title: t.exposeString('title'),
    level: t.field({
      type: Level,
      resolve: async (challenge, _args, { services }) =>
        challengeLevel(challenge, await (await services.stores()).content.catalogue()),
    }),
    bodyHtml: t.exposeString('bodyHtml', { description: 'Sanitised HTML of the Markdown body.' }),
    answerKind: t.expose('answerKind', { type: AnswerKind }),
    choices: t.exposeStringList('choices', { nullable: true, description: 'Only for CHOICE.' }),
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
