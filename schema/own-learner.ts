// The learner whose session it is, read once for each request.
import type { LearnerReading } from '../functions/assignments/learner-reading.ts';
import { readLearner } from '../functions/assignments/read-learner.ts';
import type { Context } from './context.ts';

/**
 * Null for who is no learner. However many aliases of `me` a query has, they share one reading; a mutation's answer is
 * never from here, so none is older than what it changed.
 */
export function ownLearner(context: Context): Promise<LearnerReading | null> {
  const known = readings.get(context);
  if (known !== undefined) return known;
  const { services, viewer } = context;
  const learnerId = viewer.kind === 'session' ? viewer.learnerId : null;
  const reading = learnerId === null ? Promise.resolve(null) : readLearner(services, learnerId);
  readings.set(context, reading);
  return reading;
}

/** By the context of a request, and gone with it. */
const readings = new WeakMap<Context, Promise<LearnerReading | null>>();
