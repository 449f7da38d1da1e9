// Finds one week's assignment of a learner.
import { parseArgument } from '../parse-argument.ts';
import type { Services } from '../services.ts';
import { weekSchema } from '../week.ts';
import { type Assignment, assignment } from './assignment.ts';
import { learnerReading } from './learner-reading.ts';

/** Null where the learner had none that week. Throws `BAD_USER_INPUT` where it is no week. */
export async function findAssignment(
  services: Services,
  find: { learnerId: string; week: string },
): Promise<Assignment | null> {
  const week = parseArgument('week', weekSchema, find.week);
  const { content, assignments } = await services.stores();
  const [{ learner, records }, catalogue] = await Promise.all([
    assignments.withLearner(find.learnerId, [week]),
    content.catalogue(),
  ]);
  return learner && assignment(learnerReading(services, learner, records), week, catalogue);
}
