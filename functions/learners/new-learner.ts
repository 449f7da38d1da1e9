// A learner as they begin: not placed, with nothing passed.
import type { Customer, Learner } from './learner.ts';

export function newLearner(
  id: string,
  customer: Customer,
  mail: Pick<Learner['mail'], 'suppressed' | 'unsubscribedAt'>,
): Learner {
  return {
    id,
    customer,
    mail: { ...mail, pausedUntil: null, signInMailedAt: null },
    levelId: null,
    passes: 0,
    streakWeeks: 0,
    weeks: {},
  };
}
