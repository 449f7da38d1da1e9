// Documents as the release before wrote them, in the middle of a run: a deploy lands there.
import { expect, test } from 'vitest';
import { explain } from '../../functions/weekly-run/explain.ts';
import { sweep } from '../../functions/weekly-run/sweep.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { aLearner } from '../kit/a-learner.ts';
import { fillHouse, mailed } from '../kit/fill-house.ts';

const week = '2026-W48';
const at = new Date('2026-11-23T08:00:01Z');
const ids = ['shopify-1001', 'shopify-1002', 'shopify-1003'];

/** Every field that a release without SES events wrote, and no other. */
const run = {
  week,
  pausedFrom: null,
  reason: null,
  notices: [],
  scheduledAt: new Date('2026-11-23T08:00:00Z'),
  startedAt: at,
  finishedAt: null,
  sync: { firstWalk: 1, startedAt: at },
  planHash: 'a-plan-hash',
  sender: null,
  canaryAlarmed: false,
};
const batch = {
  number: 1,
  throughId: 'shopify-1003',
  mails: ids.map((learnerId) => ({ learnerId, code: 'NOT_PLACED_YET', challengeId: null })),
  planHash: 'a-plan-hash',
  frozenAt: at,
  expiresAt: new Date('2027-12-28T08:00:01Z'),
  inFlight: null,
  outcomes: { 'shopify-1001': { state: 'accepted', sesId: 'ses-of-before', at } },
};

async function houseOfBefore(state: string, outcomes: object = batch.outcomes): Promise<House> {
  const house = aHouse();
  await fillHouse(house, { customers: 3 });
  const ref = house.db.collection('weeklyRuns').doc(week);
  await ref.set({ ...run, state });
  await ref
    .collection('batches')
    .doc('000001')
    .set({ ...batch, outcomes });
  // The walk of the customers was done by the release before.
  for (const id of ids) {
    const number = id.slice('shopify-'.length);
    const address = `customer-${number}@example.com`;
    await house.saveLearners(aLearner({ id, levelId: null, customer: { address, addressKey: address } }));
  }
  return house;
}

test('a run that the release before was sending goes on where it stood, and mails nobody twice', async () => {
  const house = await houseOfBefore('sending');
  expect((await house.stores.batches.books(week)).counts).toMatchObject({ planned: 3, accepted: 1, pending: 2 });
  await sweep(house.services);
  await house.deliverAll();
  expect(mailed(house)).toEqual(['customer-1002@example.com', 'customer-1003@example.com']);
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'done', books: { counts: { accepted: 3 } } });
  expect(await explain(house.services, { learnerId: 'shopify-1001', week })).toMatchObject({
    decision: 'QUESTIONNAIRE',
  });
});

test('a run that the release before left waiting for unknown mails is settled by the sweep', async () => {
  const unknown = { state: 'unknown', error: 'TimeoutError', at };
  const house = await houseOfBefore('settling', Object.fromEntries(ids.map((id) => [id, unknown])));
  house.clock.set('2026-11-26T20:00:00Z');
  await sweep(house.services);
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'done', books: { counts: { failed: 3 } } });
  expect(mailed(house)).toEqual([]);
});

test('a run whose unknown mails the release before settled, beside sums of this one, is done at the next sweep', async () => {
  const accepted = { state: 'accepted', sesId: 'ses-of-before', at };
  const house = await houseOfBefore('settling', Object.fromEntries(ids.map((id) => [id, accepted])));
  const ref = house.db.collection('weeklyRuns').doc(week);
  const stale = { planned: 3, accepted: 0, excluded: 0, failed: 0, unknown: 3, pending: 0, reasons: {} };
  const tally = { ...stale, firstAcceptedAt: null, lastAcceptedAt: null };
  await ref.collection('batches').doc('000001').update({ tally });
  await ref.update({ unknownIn: [1], reason: 'Mails with an unknown outcome: 3.' });
  await sweep(house.services);
  await sweep(house.services);
  expect(await house.stores.runs.get(week)).toMatchObject({ state: 'done', books: { counts: { accepted: 3 } } });
});
