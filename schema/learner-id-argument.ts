// The learner that an operator names.
import { learnerSchema } from '../functions/learners/learner.ts';
import { parseArgument } from '../functions/parse-argument.ts';

/** Throws `BAD_USER_INPUT` where it is no learner's id. */
export function learnerIdArgument({ learnerId }: { learnerId: string }): string {
  return parseArgument('learnerId', learnerSchema.shape.id, learnerId);
}
