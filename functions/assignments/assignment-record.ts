// What was answered to an assignment: the shape of the document.
import { z } from 'zod';
import { weekSchema } from '../week.ts';

/** Answers that an assignment takes (architecture §1). */
export const submissionsMax = 5;

/** One answer, with its mark. */
const submissionSchema = z.object({
  /** `<week>_<learnerId>_<number from 1>`. */
  id: z.string(),
  challengeId: z.string(),
  answer: z.string(),
  mark: z.enum(['PASSED', 'FAILED', 'PENDING_REVIEW']),
  /** The reviewer's, for the learner. */
  note: z.string().nullable(),
  submittedAt: z.date(),
  /** Of the challenge, as it was graded against. */
  revision: z.int().min(1),
  /** Whether this answer moved the learner up, at once or when it was reviewed. */
  leveledUp: z.boolean(),
  idempotencyKey: z.string(),
});

/**
 * Its id is the assignment's, `<week>_<learnerId>`. The learner may read it, so it holds nothing of the key, and nothing of
 * the week's mail.
 */
export const assignmentRecordSchema = z.object({
  learnerId: z.string(),
  week: weekSchema,
  challengeId: z.string(),
  outcome: z.enum(['OPEN', 'PENDING_REVIEW', 'PASSED', 'FAILED']),
  /** In the order in which they came. */
  submissions: z.array(submissionSchema).max(submissionsMax),
  /** Since when an answer waits for its review; null where none does. */
  toReviewSince: z.date().nullable(),
});

export type AssignmentRecord = z.infer<typeof assignmentRecordSchema>;
export type Submission = z.infer<typeof submissionSchema>;
