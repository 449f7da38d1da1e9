// Submissions: one answer each, with its mark.
import type { Submission as SubmissionData } from '../functions/assignments/assignment-record.ts';
import { builder } from './builder.ts';

const Mark = builder.enumType('Mark', { values: ['PASSED', 'FAILED', 'PENDING_REVIEW'] as const });

export const Submission = builder.objectRef<SubmissionData>('Submission').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    challengeId: t.exposeID('challengeId'),
    // Up to 10,000 characters: aliases of it would make the longest answers there are.
    answer: t.exposeString('answer', { complexity: 8 }),
    mark: t.expose('mark', { type: Mark }),
    note: t.exposeString('note', { nullable: true }),
    submittedAt: t.expose('submittedAt', { type: 'DateTime' }),
  }),
});
