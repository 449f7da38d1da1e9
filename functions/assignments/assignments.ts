// Every assignment of a learner.
import type { Catalogue } from '../challenges/catalogue.ts';
import { type Assignment, assignment } from './assignment.ts';
import type { LearnerReading } from './learner-reading.ts';

/** Newest week first. */
export function assignments(learner: LearnerReading, catalogue: Catalogue): Assignment[] {
  const weeks = Object.keys(learner.weeks).sort().reverse();
  return weeks.flatMap((week) => assignment(learner, week, catalogue) ?? []);
}
