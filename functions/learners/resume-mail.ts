// A learner wants the weekly mail again.
import type { Services } from '../services.ts';
import type { Learner } from './learner.ts';
import { noSuchLearner } from './no-such-learner.ts';
import { takeBackUnsubscribe } from './take-back-unsubscribe.ts';
import type { WishChange, Wishes } from './wish-store.ts';

/**
 * Ends the learner's pause and takes their unsubscribe back; never lifts a suppression. A second call writes nothing.
 * Throws `NOT_FOUND` where the learner is gone.
 */
export async function resumeMail({ stores }: Services, learnerId: string): Promise<Learner> {
  const { wishes } = await stores();
  const learner = await wishes.change(learnerId, (known) => resumed(known, learnerId));
  if (learner === null) throw noSuchLearner();
  return learner;
}

function resumed(known: Wishes, learnerId: string): WishChange {
  const back = takeBackUnsubscribe(known);
  const paused = known.learners.some(({ id, mail }) => id === learnerId && mail.pausedUntil !== null);
  return paused ? { ...back, learners: [...back.learners, { id: learnerId, mail: { pausedUntil: null } }] } : back;
}
