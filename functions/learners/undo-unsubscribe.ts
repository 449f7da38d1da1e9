// The way back from an unsubscribe by mistake.
import type { Services } from '../services.ts';
import type { Learner } from './learner.ts';
import { noSuchLearner } from './no-such-learner.ts';
import { takeBackUnsubscribe } from './take-back-unsubscribe.ts';

/**
 * Takes back the unsubscribe of this instant and no other: one that came later stands. A second call writes nothing.
 * Gives the learner as they are then. Throws `NOT_FOUND` where the learner is gone.
 */
export async function undoUnsubscribe({ stores }: Services, learnerId: string, unsubscribedAt: Date): Promise<Learner> {
  const { wishes } = await stores();
  const learner = await wishes.change(learnerId, (known) => takeBackUnsubscribe(known, unsubscribedAt));
  if (learner === null) throw noSuchLearner();
  return learner;
}
