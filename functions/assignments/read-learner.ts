// Reads a learner together with what their page shows first.
import type { Services } from '../services.ts';
import { addWeeks, weekOf } from '../week.ts';
import { type LearnerReading, learnerReading } from './learner-reading.ts';

/**
 * One call that reads three documents: the learner, and what they answered in this week and the last one, one of which
 * is nearly always the newest. Other weeks are read when they are asked for. Null where there is no such learner.
 */
export async function readLearner(services: Services, learnerId: string): Promise<LearnerReading | null> {
  const { assignments } = await services.stores();
  const week = weekOf(services.clock.now(), services.config.timeZone);
  const { learner, records } = await assignments.withLearner(learnerId, [week, addWeeks(week, -1)]);
  return learner && learnerReading(services, learner, records);
}
