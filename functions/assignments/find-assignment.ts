// Finds one week's assignment of a learner.
import { parseArgument } from '../parse-argument.ts';
import type { Services } from '../services.ts';
import { weekSchema } from '../week.ts';
import { type Assignment, assignment } from './assignment.ts';

/** Null where the learner had none that week. Throws `BAD_USER_INPUT` where it is no week. */
export async function findAssignment(
  { stores }: Services,
  find: { learnerId: string; week: string },
): Promise<Assignment | null> {
  const week = parseArgument('week', weekSchema, find.week);
  const { content, learners } = await stores();
  const [learner, catalogue] = await Promise.all([learners.get(find.learnerId), content.catalogue()]);
  return learner && assignment(learner, week, catalogue);
}
