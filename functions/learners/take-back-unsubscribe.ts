// Rule: what taking an unsubscribe back changes.
import type { WishChange, Wishes } from './wish-store.ts';

/**
 * The unsubscribe was the address's, so all who have it take it back. A bounce or a complaint stays. With `only`, just
 * what was written at that instant is taken back.
 */
export function takeBackUnsubscribe({ learners, suppression }: Wishes, only?: Date): WishChange {
  const meant = (since: Date | null) => since !== null && (only === undefined || since.getTime() === only.getTime());
  return {
    learners: learners
      .filter(({ mail }) => meant(mail.unsubscribedAt))
      .map(({ id }) => ({ id, mail: { unsubscribedAt: null } })),
    suppression: suppression?.reason === 'UNSUBSCRIBED' && meant(suppression.since) ? 'remove' : 'keep',
  };
}
