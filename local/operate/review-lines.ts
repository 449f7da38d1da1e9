// Answers that wait for a review, as lines for an editor.
import type { Submission } from '../../functions/assignments/assignment-record.ts';
import type { SubmissionPage } from '../../functions/assignments/submissions-to-review.ts';

/** The longest waiting first. */
export function reviewLines({ edges, pageInfo }: SubmissionPage): string[] {
  if (edges.length === 0) return ['No answer waits for a review.'];
  const more = pageInfo.hasNextPage ? ['There are more.'] : [];
  return [...edges.flatMap(({ node }) => submissionLines(node)), ...more];
}

/** Its id and mark, and the answer. */
export function submissionLines({ id, challengeId, mark, submittedAt, answer }: Submission): string[] {
  const lines = answer.split('\n').map((line) => `    ${line}`);
  return [`${id}  ${mark}  ${challengeId}  ${submittedAt.toISOString()}`, ...lines];
}
