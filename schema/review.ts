// What editors do with answers that wait for a review.
import { reviewSubmission } from '../functions/assignments/review-submission.ts';
import { type SubmissionPage, submissionsToReview } from '../functions/assignments/submissions-to-review.ts';
import { builder } from './builder.ts';
import { PageInfo } from './page-info.ts';
import { Submission } from './submission.ts';

const SubmissionEdge = builder.objectRef<SubmissionPage['edges'][number]>('SubmissionEdge').implement({
  fields: (t) => ({ cursor: t.exposeString('cursor'), node: t.expose('node', { type: Submission }) }),
});

const SubmissionConnection = builder.objectRef<SubmissionPage>('SubmissionConnection').implement({
  fields: (t) => ({
    edges: t.expose('edges', { type: [SubmissionEdge] }),
    pageInfo: t.expose('pageInfo', { type: PageInfo }),
  }),
});

builder.queryField('submissionsToReview', (t) =>
  t.field({
    type: SubmissionConnection,
    authScopes: { editor: true },
    args: { first: t.arg.int({ defaultValue: 20 }), after: t.arg.string() },
    resolve: (_root, page, { services }) => submissionsToReview(services, page),
  }),
);

builder.mutationField('reviewSubmission', (t) =>
  t.field({
    type: Submission,
    authScopes: { editor: true },
    args: { id: t.arg.id({ required: true }), passed: t.arg.boolean({ required: true }), note: t.arg.string() },
    resolve: (_root, { id, passed, note }, { services }) =>
      reviewSubmission(services, { id, passed, note: note ?? null }),
  }),
);
