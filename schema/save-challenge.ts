// Editors save, publish and archive challenges.
import { archiveChallenge } from '../functions/challenges/archive-challenge.ts';
import { publishChallenge } from '../functions/challenges/publish-challenge.ts';
import { saveChallenge } from '../functions/challenges/save-challenge.ts';
import { builder } from './builder.ts';
import { AnswerKind, Challenge } from './challenge.ts';

const ChallengeInput = builder.inputType('ChallengeInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    levelId: t.id({ required: true }),
    order: t.int({ required: true }),
    title: t.string({ required: true }),
    bodyMarkdown: t.string({ required: true }),
    answerKind: t.field({ type: AnswerKind, required: true }),
    choices: t.stringList(),
    accepted: t.stringList({
      description:
        'Accepted answers: TEXT any of them after normalisation; NUMBER one number; CHOICE one of the choices.',
    }),
    tolerance: t.float({ description: 'Only for NUMBER: the largest allowed difference.' }),
  }),
});

builder.mutationFields((t) => ({
  saveChallenge: t.field({
    type: Challenge,
    authScopes: { editor: true },
    args: { input: t.arg({ type: ChallengeInput, required: true }) },
    resolve: (_root, { input }, { services }) => saveChallenge(services, input),
  }),
  publishChallenge: t.field({
    type: Challenge,
    authScopes: { editor: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { services }) => publishChallenge(services, id),
  }),
  archiveChallenge: t.field({
    type: Challenge,
    authScopes: { editor: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { services }) => archiveChallenge(services, id),
  }),
}));
