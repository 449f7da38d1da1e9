import { expect, test } from 'vitest';
import { aChallenge } from '../kit/a-challenge.ts';
import { mailed } from '../kit/fill-house.ts';
import { runUntilDone } from '../kit/run-until-done.ts';
import {
  answer,
  betweenLookAndWrite,
  challengeOnPage,
  expectOneMailEach,
  mailTo,
  plannedHouse,
} from './planned-house.ts';

const week = '2026-W48';
const learnerId = 'shopify-1001';

test('who is placed after the plan on a level that has nothing left is not asked for their level again', async () => {
  const house = await plannedHouse(2);
  await house.stores.content.saveChallenge(aChallenge({ id: 'second-1', levelId: 'second', archivedAt: new Date(0) }));
  expect(await answer(house, learnerId)).toBeUndefined();
  await runUntilDone(house, week);
  expect(mailed(house)).toEqual(['customer-1002@example.com']);
  const { reasons } = await house.stores.batches.books(week);
  expect(reasons).toEqual([{ code: 'CONTENT_EXHAUSTED', count: 1 }]);
});

test('a challenge that is archived after the plan is given to nobody any more: the next of its level is', async () => {
  const house = await plannedHouse(1, async (filled) => {
    await filled.db.collection('learners').doc(learnerId).update({ levelId: 'first' });
  });
  const archived = aChallenge({ id: 'first-1', levelId: 'first', order: 1, archivedAt: new Date(0) });
  await house.stores.content.saveChallenge(archived);
  await runUntilDone(house, week);
  await expectOneMailEach(house, 1);
  expect(await challengeOnPage(house, learnerId)).toBe('first-2');
});

test('a challenge that no longer exists is replaced by the planned one, on the page too', async () => {
  const lost = { challengeId: 'lost', releasedAt: new Date(0), outcome: 'OPEN', answeredAt: null };
  const house = await plannedHouse(1, async (filled) => {
    await filled.db
      .collection('learners')
      .doc(learnerId)
      .update({ levelId: 'second', weeks: { [week]: lost } });
  });
  await runUntilDone(house, week);
  await expectOneMailEach(house, 1);
  expect((await mailTo(house, learnerId)).subject).toContain('Second 1');
  expect(await challengeOnPage(house, learnerId)).toBe('second-1');
});

test('a challenge that was published and given while the sender was at work is what the mail is about', async () => {
  const house = await plannedHouse(1);
  const published = aChallenge({ id: 'brand-new', levelId: 'second', title: 'Brand new', order: 0 });
  betweenLookAndWrite(house, 1, async () => {
    await house.stores.content.saveChallenge(published);
    expect(await answer(house, learnerId)).toBe('Brand new');
  });
  await runUntilDone(house, week);
  await expectOneMailEach(house, 1);
  expect((await mailTo(house, learnerId)).subject).toContain('Brand new');
});
