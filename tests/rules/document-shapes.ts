// The fields of every collection's documents, taken from their schemas.
import { z } from 'zod';
import { assignmentRecordSchema } from '../../functions/assignments/assignment-record.ts';
import { challengeSchema } from '../../functions/challenges/challenge.ts';
import { levelSchema } from '../../functions/challenges/level.ts';
import { questionnaireSchema } from '../../functions/challenges/questionnaire.ts';
import { learnerSchema } from '../../functions/learners/learner.ts';
import type { Suppression } from '../../functions/mail/suppression-store.ts';
import { batchSchema } from '../../functions/weekly-run/batch.ts';
import { pageSchema } from '../../functions/weekly-run/page.ts';
import { runSchema } from '../../functions/weekly-run/run.ts';
import type { Shape } from './index-faults.ts';

/** By collection group. */
export const documentShapes: Record<string, Shape> = {
  levels: shapeOf(levelSchema),
  questionnaires: shapeOf(questionnaireSchema),
  challenges: shapeOf(challengeSchema),
  learners: shapeOf(learnerSchema),
  assignments: shapeOf(assignmentRecordSchema),
  weeklyRuns: shapeOf(runSchema),
  pages: shapeOf(pageSchema),
  batches: shapeOf(batchSchema),
  // Its schema stays within its store; the compiler holds these names to it.
  suppressions: { reason: {}, since: {} } satisfies Record<keyof Suppression, Shape>,
};

function shapeOf(schema: z.core.$ZodType): Shape {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return shapeOf(schema.unwrap());
  if (!(schema instanceof z.ZodObject)) return {};
  const fields: Record<string, z.core.$ZodType> = schema.shape;
  return Object.fromEntries(Object.entries(fields).map(([field, inner]) => [field, shapeOf(inner)]));
}
