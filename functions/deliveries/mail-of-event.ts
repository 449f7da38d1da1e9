// Which mail of ours an event is about.
import { learnerSchema } from '../learners/learner.ts';
import { weekSchema } from '../week.ts';

/** Whose mail, and of which week. */
export type MailOfEvent = { week: string; learnerId: string };

/** Takes an assignment's id apart. Null where it is none: a sign-in mail, or somebody else's. */
export function mailOfEvent(assignmentId: string | null): MailOfEvent | null {
  const [, week, learnerId] = form.exec(assignmentId ?? '') ?? [];
  if (!weekSchema.safeParse(week).success || !learnerSchema.shape.id.safeParse(learnerId).success) return null;
  return week === undefined || learnerId === undefined ? null : { week, learnerId };
}

const form = /^(\d{4}-W\d{2})_(shopify-\d{1,20})$/;
