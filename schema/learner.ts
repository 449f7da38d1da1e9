// The learner as they see themselves, and their wishes about the mail.
import { assignmentPage } from '../functions/assignments/assignment-page.ts';
import { assignments } from '../functions/assignments/assignments.ts';
import { type LearnerReading, learnerReading } from '../functions/assignments/learner-reading.ts';
import { levelOf } from '../functions/learners/level-of.ts';
import { mailPreference } from '../functions/learners/mail-preference.ts';
import { mayAnswerQuestionnaire } from '../functions/learners/may-answer-questionnaire.ts';
import { pauseMail } from '../functions/learners/pause-mail.ts';
import { progress } from '../functions/learners/progress.ts';
import { resumeMail } from '../functions/learners/resume-mail.ts';
import { streak } from '../functions/learners/streak.ts';
import { unsubscribe } from '../functions/learners/unsubscribe.ts';
import { Assignment, AssignmentConnection } from './assignment.ts';
import { builder } from './builder.ts';
import { Level } from './level.ts';
import { MailPreference } from './mail-preference.ts';
import { ownLearner } from './own-learner.ts';
import { Progress } from './progress.ts';

export const Learner = builder.objectRef<LearnerReading>('Learner');

Learner.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    firstName: t.string({ nullable: true, resolve: ({ customer }) => customer.firstName }),
    level: t.field({
      type: Level,
      nullable: true,
      description: 'Null until placed.',
      resolve: async (learner, _args, { services }) =>
        levelOf(learner, await (await services.stores()).content.catalogue()),
    }),
    progress: t.field({
      type: Progress,
      nullable: true,
      resolve: async (learner, _args, { services }) =>
        progress(learner, await (await services.stores()).content.catalogue()),
    }),
    mayAnswerQuestionnaire: t.boolean({
      description: 'Whether answerQuestionnaire would place the learner, or place them anew.',
      resolve: mayAnswerQuestionnaire,
    }),
    streakWeeks: t.int({ resolve: ({ weeks }) => streak(weeks) }),
    mail: t.field({
      type: MailPreference,
      resolve: (learner, _args, { services }) => mailPreference(learner, services.clock.now()),
    }),
    currentAssignment: t.field({
      type: Assignment,
      nullable: true,
      description: 'The newest released one.',
      resolve: async (learner, _args, { services }) =>
        assignments(learner, await (await services.stores()).content.catalogue())[0] ?? null,
    }),
    assignments: t.field({
      type: AssignmentConnection,
      description: 'Newest first.',
      args: { first: t.arg.int({ defaultValue: 20 }), after: t.arg.string() },
      resolve: async (learner, page, { services }) =>
        assignmentPage(assignments(learner, await (await services.stores()).content.catalogue()), page),
    }),
  }),
});

builder.queryField('me', (t) =>
  t.field({
    type: Learner,
    nullable: true,
    description: 'The signed-in learner; null for a stranger.',
    authScopes: { public: true },
    resolve: (_root, _args, context) => ownLearner(context),
  }),
);

builder.mutationFields((t) => ({
  pauseMail: t.withAuth({ learner: true }).field({
    type: Learner,
    description: '1 to 26 weeks, until a Monday.',
    args: { weeks: t.arg.int({ required: true }) },
    resolve: async (_root, { weeks }, { services, viewer }) =>
      learnerReading(services, await pauseMail(services, { learnerId: viewer.learnerId, weeks })),
  }),
  resumeMail: t.withAuth({ learner: true }).field({
    type: Learner,
    description: "Ends a pause, and undoes the learner's own unsubscribe; never a suppression.",
    resolve: async (_root, _args, { services, viewer }) =>
      learnerReading(services, await resumeMail(services, viewer.learnerId)),
  }),
  unsubscribe: t.withAuth({ learner: true }).field({
    type: Learner,
    resolve: async (_root, _args, { services, viewer }) =>
      learnerReading(services, (await unsubscribe(services, viewer.learnerId)).learner),
  }),
}));
