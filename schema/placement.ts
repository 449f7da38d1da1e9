// Placement: the questionnaire's answers become a level.
import { answerQuestionnaire, type Placement as PlacementData } from '../functions/assignments/answer-questionnaire.ts';
import { Assignment } from './assignment.ts';
import { builder } from './builder.ts';
import { Level } from './level.ts';

const Placement = builder.objectRef<PlacementData>('Placement').implement({
  fields: (t) => ({
    level: t.expose('level', { type: Level }),
    reason: t.exposeString('reason'),
    assignment: t.expose('assignment', { type: Assignment, nullable: true }),
  }),
});

const QuestionnaireAnswerInput = builder.inputType('QuestionnaireAnswerInput', {
  fields: (t) => ({ questionId: t.id({ required: true }), choiceId: t.id({ required: true }) }),
});

builder.mutationField('answerQuestionnaire', (t) =>
  t.withAuth({ learner: true }).field({
    type: Placement,
    // Nobody thinks about the questions faster.
    rateLimit: { max: 10, windowSeconds: 60 },
    description: "Places the learner and gives this week's challenge at once where none was given yet.",
    args: { answers: t.arg({ type: [QuestionnaireAnswerInput], required: true }) },
    resolve: (_root, { answers }, { services, viewer }) =>
      answerQuestionnaire(services, { learnerId: viewer.learnerId, answers }),
  }),
);
