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
    mail: { ...mail, pausedUntil: null, signInMailsAt: [] },
    levelId: null,
    passes: 0,
    placement: null,
    firstSubmittedAt: null,
    weeks: {},
  };
}
