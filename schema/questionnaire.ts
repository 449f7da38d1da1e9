// The placement questionnaire, without what its answers are worth.
import { findQuestionnaire } from '../functions/challenges/find-questionnaire.ts';
import type { Questionnaire as QuestionnaireData } from '../functions/challenges/questionnaire.ts';
import { builder } from './builder.ts';

type QuestionData = QuestionnaireData['questions'][number];

const Choice = builder.objectRef<QuestionData['choices'][number]>('Choice').implement({
  fields: (t) => ({ id: t.exposeID('id'), text: t.exposeString('text') }),
});

const Question = builder.objectRef<QuestionData>('Question').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    prompt: t.exposeString('prompt'),
    choices: t.expose('choices', { type: [Choice] }),
  }),
});

const Questionnaire = builder.objectRef<QuestionnaireData>('Questionnaire').implement({
  fields: (t) => ({
    version: t.exposeString('version'),
    questions: t.expose('questions', { type: [Question] }),
  }),
});

builder.queryField('questionnaire', (t) =>
  t.field({
    type: Questionnaire,
    description: 'The placement questionnaire, without points or thresholds. Public.',
    authScopes: { public: true },
    resolve: (_root, _args, { services }) => findQuestionnaire(services),
  }),
);
