// Every assignment of a learner.
import type { Catalogue } from '../challenges/catalogue.ts';
import type { Learner } from '../learners/learner.ts';
import { type Assignment, assignment } from './assignment.ts';

/** Newest week first. */
export function assignments(learner: Pick<Learner, 'id' | 'weeks'>, catalogue: Catalogue): Assignment[] {
  const weeks = Object.keys(learner.weeks).sort().reverse();
  return weeks.flatMap((week) => assignment(learner, week, catalogue) ?? []);
}
