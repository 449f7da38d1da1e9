// The fields of every collection's documents, taken from their schemas.
import { z } from 'zod';
import { toldSchema } from '../../functions/alerts/told.ts';
import { assignmentRecordSchema } from '../../functions/assignments/assignment-record.ts';
import { challengeSchema } from '../../functions/challenges/challenge.ts';
import { levelSchema } from '../../functions/challenges/level.ts';
import { questionnaireSchema } from '../../functions/challenges/questionnaire.ts';
import { deliverySchema } from '../../functions/deliveries/delivery.ts';
import { environmentSchema } from '../../functions/environment/environment.ts';
import { learnerSchema } from '../../functions/learners/learner.ts';
import { suppressionSchema } from '../../functions/mail/suppression.ts';
import { batchSchema } from '../../functions/weekly-run/batch.ts';
import { pageSchema } from '../../functions/weekly-run/page.ts';
import { runSchema } from '../../functions/weekly-run/run.ts';
import { tallySchema } from '../../functions/weekly-run/tally-schema.ts';
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
  // The sums stand beside what a batch's own schema reads.
  batches: { ...shapeOf(batchSchema), tally: shapeOf(tallySchema) },
  deliveries: shapeOf(deliverySchema),
  alerts: shapeOf(toldSchema),
  settings: shapeOf(environmentSchema),
  suppressions: shapeOf(suppressionSchema),
};

function shapeOf(schema: z.core.$ZodType): Shape {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return shapeOf(schema.unwrap());
  if (!(schema instanceof z.ZodObject)) return {};
  const fields: Record<string, z.core.$ZodType> = schema.shape;
  return Object.fromEntries(Object.entries(fields).map(([field, inner]) => [field, shapeOf(inner)]));
}
