// Assignments: the challenge that a learner got in one week.
import type { Assignment as AssignmentData } from '../functions/assignments/assignment.ts';
import type { AssignmentPage } from '../functions/assignments/assignment-page.ts';
import { attempts } from '../functions/assignments/attempts.ts';
import { findAssignment } from '../functions/assignments/find-assignment.ts';
import { builder } from './builder.ts';
import { Challenge } from './challenge.ts';
import { PageInfo } from './page-info.ts';
import { Submission } from './submission.ts';

const AssignmentOutcome = builder.enumType('AssignmentOutcome', {
  values: ['OPEN', 'PENDING_REVIEW', 'PASSED', 'FAILED'] as const,
});

export const Assignment = builder.objectRef<AssignmentData>('Assignment');

Assignment.implement({
  description: 'A week that got the questionnaire has no assignment.',
  fields: (t) => ({
    id: t.exposeID('id'),
    week: t.exposeString('week'),
    challenge: t.expose('challenge', { type: Challenge }),
    outcome: t.expose('outcome', { type: AssignmentOutcome }),
    attemptsLeft: t.int({
      resolve: async ({ record }, _args, { services }) => attempts(await record(), services.clock.now()).attemptsLeft,
    }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Before this instant another attempt is refused; null when one may be made now.',
      resolve: async ({ record }, _args, { services }) => attempts(await record(), services.clock.now()).nextAttemptAt,
    }),
    submissions: t.field({
      type: [Submission],
      resolve: async ({ record }) => (await record())?.submissions ?? [],
    }),
  }),
});

const AssignmentEdge = builder.objectRef<AssignmentPage['edges'][number]>('AssignmentEdge').implement({
  fields: (t) => ({ cursor: t.exposeString('cursor'), node: t.expose('node', { type: Assignment }) }),
});

export const AssignmentConnection = builder.objectRef<AssignmentPage>('AssignmentConnection').implement({
  fields: (t) => ({
    edges: t.expose('edges', { type: [AssignmentEdge] }),
    pageInfo: t.expose('pageInfo', { type: PageInfo }),
  }),
});

builder.queryField('assignment', (t) =>
  t.withAuth({ learner: true }).field({
    type: Assignment,
    nullable: true,
    description: "One week's assignment of the signed-in learner.",
    args: { week: t.arg.string({ required: true }) },
    resolve: (_root, { week }, { services, viewer }) => findAssignment(services, { learnerId: viewer.learnerId, week }),
  }),
);
