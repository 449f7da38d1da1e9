// A learner unsubscribes from the weekly mail.
import type { Services } from '../services.ts';
import { isUnsubscribed } from './is-unsubscribed.ts';
import type { Learner } from './learner.ts';
import { noSuchLearner } from './no-such-learner.ts';
import type { WishChange, Wishes } from './wish-store.ts';

/**
 * Holds at once, for the address: everyone who has it is unsubscribed, and the address is suppressed unless something
 * harder suppresses it. A second call writes nothing. Throws `NOT_FOUND` where the learner is gone.
 */
export async function unsubscribe({ clock, stores }: Services, learnerId: string): Promise<Unsubscribe> {
  const now = clock.now();
  const { wishes } = await stores();
  let began = false;
  const learner = await wishes.change(learnerId, (known) => {
    const change = unsubscribed(known, now);
    began = change.learners.some(({ id }) => id === learnerId);
    return change;
  });
  if (learner === null) throw noSuchLearner();
  return { learner, began: began ? now : null };
}

/** `began` is the instant of the learner's unsubscribe where this call made it, null where it stood before. */
export type Unsubscribe = { learner: Learner; began: Date | null };

function unsubscribed({ learners, suppression }: Wishes, now: Date): WishChange {
  const still = learners.filter((learner) => !isUnsubscribed(learner));
  const harder = suppression !== null && suppression.reason !== 'UNSUBSCRIBED';
  const known = suppression !== null && still.length === 0;
  return {
    learners: still.map(({ id }) => ({ id, mail: { unsubscribedAt: now } })),
    suppression: harder || known ? 'keep' : { reason: 'UNSUBSCRIBED', since: now },
  };
}
