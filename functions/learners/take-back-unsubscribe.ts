// Rule: what taking an unsubscribe back changes.
import type { WishChange, Wishes } from './wish-store.ts';

/** The unsubscribe was the address's, so all who have it take it back. A bounce or a complaint stays. */
export function takeBackUnsubscribe({ learners, suppression }: Wishes): WishChange {
  return {
    learners: learners
      .filter(({ mail }) => mail.unsubscribedAt !== null)
      .map(({ id }) => ({ id, mail: { unsubscribedAt: null } })),
    suppression: suppression?.reason === 'UNSUBSCRIBED' ? 'remove' : 'keep',
  };
}
