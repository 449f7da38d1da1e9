// An editor marks an answer that waits for its review.
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { parseArgument } from '../parse-argument.ts';
import type { Services } from '../services.ts';
import type { Submission } from './assignment-record.ts';
import { decideReview, type Review } from './decide-review.ts';
import { submissionId } from './submission-id.ts';

/**
 * Marks it once, in one transaction over learner and assignment. Throws `BAD_USER_INPUT` where the id or the note has not
 * the right form or the submission is marked already, `NOT_FOUND` where there is none.
 */
export async function reviewSubmission({ stores }: Services, review: Review): Promise<Submission> {
  const { week, learnerId } = submissionId(review.id);
  const note = parseArgument('note', noteSchema, review.note);
  const { assignments, content } = await stores();
  const catalogue = await content.catalogue();
  const changed = await assignments.change({ learnerId, weekOf: () => week }, (found) =>
    decideReview(found, { ...review, note }, catalogue),
  );
  if (changed === null) throw new AppError('NOT_FOUND', 'There is no submission with this id.');
  return changed.decision.submission;
}

const noteSchema = z
  .string()
  .max(2000, 'must have at most 2000 characters')
  .regex(/^[^\p{Cs}\0]*$/u, 'must be text without NUL and half characters')
  .transform((note) => note.trim() || null)
  .nullable();
