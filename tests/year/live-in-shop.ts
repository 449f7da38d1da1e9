// What happens in the shop between two Mondays: nothing of it is known here before the next walk.
import { aCustomer } from '../kit/fill-house.ts';
import { count, type Year } from './year.ts';
import { newYearLearner, type YearLearner } from './year-model.ts';

/** So many new customers; a few without consent, without an address, or in a household that has one already. */
export function join(year: Year, customers: number): void {
  const { model, house, random } = year;
  for (let joined = 0; joined < customers; joined += 1) {
    const number = String(1001 + model.learners.length);
    const row = aCustomer(number, { consentAt: house.clock.now() });
    if (random.chance(0.03)) row.consent = 'NOT_SUBSCRIBED';
    if (random.chance(0.01)) row.address = null;
    if (random.chance(0.02)) row.address = random.pick(model.learners)?.row.address ?? row.address;
    house.shop.customers.push(row);
    model.learners.push(newYearLearner(row));
  }
}

export function liveInShop(year: Year): void {
  const { model, random, house } = year;
  const at = house.clock.now();
  const everyone = model.learners;
  const change = (what: string, some: YearLearner[], how: (learner: YearLearner) => void) => {
    for (const learner of some) {
      how(learner);
      count(year, what);
    }
  };
  change('loses entitlement', random.share(everyone, 0.003), ({ row }) => {
    row.bought = false;
  });
  const lost = everyone.filter(({ row }) => !row.bought);
  change('buys again', random.share(lost, 0.05), ({ row }) => {
    row.bought = true;
  });
  change('moves', random.share(everyone, 0.006), ({ row }) => {
    row.address = anAddress(year, row.number);
  });
  change('withdraws consent', random.share(everyone, 0.003), ({ row }) => {
    Object.assign(row, { consent: 'UNSUBSCRIBED', consentAt: at });
  });
  // Who unsubscribed here, complained or withdrew may all sign up in the shop again.
  const gone = everyone.filter((learner) => learner.unsubscribedAt !== null || isGone(year, learner));
  change('signs up again', random.share(gone, 0.08), ({ row }) => {
    Object.assign(row, { consent: 'SUBSCRIBED', consentAt: at });
  });
  join(year, 1 + random.below(3));
}

function isGone({ ses }: Year, { row }: YearLearner): boolean {
  return row.consent !== 'SUBSCRIBED' || ses.deadAddresses.has(row.address?.toLowerCase() ?? '');
}

/** A new one, the old one in other letters, somebody else's, or none. */
function anAddress({ random, model, house }: Year, number: string): string | null {
  const kind = random.below(10);
  if (kind === 0) return random.pick(model.learners)?.row.address ?? null;
  if (kind === 1) return null;
  if (kind === 2) return `CUSTOMER-${number}@example.com`;
  return `customer-${number}-${house.clock.now().getTime()}@example.com`;
}
