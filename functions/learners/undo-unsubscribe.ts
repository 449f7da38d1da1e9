// The way back from an unsubscribe by mistake.
import type { Services } from '../services.ts';
import type { Learner } from './learner.ts';
import { noSuchLearner } from './no-such-learner.ts';
import { takeBackUnsubscribe } from './take-back-unsubscribe.ts';

/** Removes only the learner's own wish. A second call writes nothing. Throws `NOT_FOUND` where the learner is gone. */
export async function undoUnsubscribe({ stores }: Services, learnerId: string): Promise<Learner> {
  const { wishes } = await stores();
  const learner = await wishes.change(learnerId, takeBackUnsubscribe);
  if (learner === null) throw noSuchLearner();
  return learner;
}
