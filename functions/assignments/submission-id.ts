// The id of a submission: which assignment it answers, and the how manieth answer it is.
import { z } from 'zod';
import { learnerSchema } from '../learners/learner.ts';
import { parseArgument } from '../parse-argument.ts';
import { weekSchema } from '../week.ts';

/** Takes `<week>_<learnerId>_<number>` apart. Throws `BAD_USER_INPUT` that names the argument `id`. */
export function submissionId(id: string): { week: string; learnerId: string } {
  const [, week, learnerId] = parseArgument('id', idSchema, id).match(form) ?? [];
  const error = 'must be the id of a submission';
  return {
    week: parseArgument('id', z.string({ error }).pipe(weekSchema), week),
    learnerId: parseArgument('id', z.string({ error }).pipe(learnerSchema.shape.id), learnerId),
  };
}

const form = /^(\d{4}-W\d{2})_(shopify-\d{1,20})_[1-5]$/;
const idSchema = z.string().regex(form, 'must be the id of a submission, such as 2026-W48_shopify-1001_1');
