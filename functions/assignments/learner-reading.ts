// A learner as read for one request, with a batched way to what they answered.
import DataLoader from 'dataloader';
import type { Learner } from '../learners/learner.ts';
import type { Services } from '../services.ts';
import type { AssignmentRecord } from './assignment-record.ts';

/** Asks the store once for all weeks that fields ask for at the same time, and never for those `known` already. */
export function learnerReading(
  { stores }: Pick<Services, 'stores'>,
  learner: Learner,
  known: ReadonlyMap<string, AssignmentRecord | null> = new Map(),
): LearnerReading {
  const records = new DataLoader<string, AssignmentRecord | null>(async (weeks) =>
    (await stores()).assignments.ofWeeks(learner.id, weeks),
  );
  for (const [week, record] of known) records.prime(week, record);
  return { ...learner, record: (week) => records.load(week) };
}

export type LearnerReading = Learner & {
  /** What was answered in a week; null where nothing was. Throws `UNREADABLE`. */
  record(week: string): Promise<AssignmentRecord | null>;
};
