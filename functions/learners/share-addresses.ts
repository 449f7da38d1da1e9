// Rule: of several learners with one address, which one is mailed.
import type { Learner } from './learner.ts';

/**
 * Whether each learner shares their address with one who gets the mail in their place, by id. An address belongs to the
 * lowest customer number among those who are entitled and consent, else to the lowest number at all. Addresses are compared by
 * `addressKey`; who has none shares none. The group must hold everyone who has one of its addresses.
 */
export function shareAddresses(group: Pick<Learner, 'id' | 'customer'>[]): Map<string, boolean> {
  const owners = new Set([...Map.groupBy(group, addressOf).values()].map(ownerId));
  return new Map(group.map(({ id, customer }) => [id, customer.addressKey !== null && !owners.has(id)]));
}

function addressOf({ customer }: Pick<Learner, 'customer'>): string | null {
  return customer.addressKey;
}

function ownerId(sharers: Pick<Learner, 'id' | 'customer'>[]): string | undefined {
  const mailable = sharers.filter(({ customer }) => customer.entitled && customer.consent === 'SUBSCRIBED');
  const candidates = mailable.length > 0 ? mailable : sharers;
  return candidates.toSorted((a, b) => (customerNumber(a.id) < customerNumber(b.id) ? -1 : 1))[0]?.id;
}

/** Ids sort as text, customer numbers do not: 9 comes before 10. */
function customerNumber(id: string): bigint {
  return BigInt(id.slice('shopify-'.length));
}
