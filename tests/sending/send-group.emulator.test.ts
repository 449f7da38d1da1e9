import { expect, test } from 'vitest';
import { pauseMail } from '../../functions/learners/pause-mail.ts';
import type { House } from '../kit/a-house.ts';
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

test('who answers the questionnaire between plan and mail gets one mail, about the challenge their page shows', async () => {
  const house = await plannedHouse(3);
  expect(await plannedCodes(house)).toEqual(['NOT_PLACED_YET', 'NOT_PLACED_YET', 'NOT_PLACED_YET']);
  expect(await answer(house, learnerId)).toBe('Second 1');
  await runUntilDone(house, week);
  expect(await state(house)).toBe('done');
  await expectOneMailEach(house, 3);
  expect(await mailTo(house, learnerId)).toMatchObject({
    kind: 'weekly',
    subject: expect.stringContaining('Second 1'),
  });
  expect((await mailTo(house, 'shopify-1002')).kind).toBe('questionnaire');
  expect(await challengeOnPage(house, learnerId)).toBe('second-1');
  expect(await challengeOnPage(house, 'shopify-1002')).toBeNull();
});

test('who repeats the questionnaire after the plan is mailed what their page shows, not what was planned', async () => {
  const house = await plannedHouse(2, async (filled) => {
    await filled.db.collection('learners').doc(learnerId).update({ levelId: 'first' });
  });
  expect(await plannedCodes(house)).toEqual(['NEXT_CHALLENGE', 'NOT_PLACED_YET']);
  expect(await answer(house, learnerId)).toBe('Second 1');
  await runUntilDone(house, week);
  await expectOneMailEach(house, 2);
  expect((await mailTo(house, learnerId)).subject).toContain('Second 1');
  expect(await challengeOnPage(house, learnerId)).toBe('second-1');
});

test('the mail of who is placed since brings no reminder of the questionnaire', async () => {
  const asked = { challengeId: null, releasedAt: new Date(0), outcome: 'OPEN', answeredAt: null };
  const house = await plannedHouse(2, async (filled) => {
    for (const id of [learnerId, 'shopify-1002']) {
      const weeks = { '2026-W46': asked, '2026-W47': asked };
      await filled.db.collection('learners').doc(id).update({ weeks });
    }
  });
  expect(await plannedCodes(house)).toEqual(['PLACEMENT_OVERDUE', 'PLACEMENT_OVERDUE']);
  await answer(house, learnerId);
  await runUntilDone(house, week);
  await expectOneMailEach(house, 2);
  expect((await mailTo(house, learnerId)).text).not.toMatch(/questions/i);
  expect((await mailTo(house, 'shopify-1002')).text).toMatch(/questions/i);
});

test('an answer between the look at a learner and the write that sends is not lost, and all are mailed once', async () => {
  const house = await plannedHouse(6);
  const looks = betweenLookAndWrite(house, 1, () => answer(house, learnerId));
  await runUntilDone(house, week);
  // The group is looked at once more, and the learner with it.
  expect(looks.filter((ids) => ids.includes(learnerId))).toHaveLength(2);
  expect(await state(house)).toBe('done');
  await expectOneMailEach(house, 6);
  expect((await mailTo(house, learnerId)).subject).toContain('Second 1');
  expect(await house.stores.learners.get(learnerId)).toMatchObject({
    levelId: 'second',
    placement: { version: '1', levelId: 'second' },
    weeks: { [week]: { challengeId: 'second-1' } },
  });
});

test('somebody whose document changes at every look holds up nobody, themselves included', async () => {
  const house = await plannedHouse(4);
  let changes = 0;
  betweenLookAndWrite(house, Number.POSITIVE_INFINITY, async () => {
    changes += 1;
    const ref = house.db.collection('learners').doc(learnerId);
    await ref.update({ 'customer.firstName': `Ada ${changes}` });
  });
  await runUntilDone(house, week);
  await expectOneMailEach(house, 4);
  expect(changes).toBeLessThan(10);
});

test('a pause between the look at a learner and the write that sends is heeded', async () => {
  const house = await plannedHouse(4);
  betweenLookAndWrite(house, 1, () => pauseMail(house.services, { learnerId, weeks: 2 }));
  await runUntilDone(house, week);
  expect(await house.stores.batches.books(week)).toMatchObject({
    counts: { planned: 4, accepted: 3, excluded: 1 },
    reasons: [{ code: 'PAUSED', count: 1 }],
  });
  expect(mailed(house)).not.toContain('customer-1001@example.com');
  expect((await house.stores.learners.get(learnerId))?.weeks).toEqual({});
});

test('when somebody answers at every look, all are mailed once, and each mail says what the page shows', async () => {
  const house = await plannedHouse(24);
  const ids = Array.from({ length: 24 }, (_, at) => `shopify-${1001 + at}`);
  const answered = ids.filter((_, at) => at % 2 === 0);
  const waiting = [...answered];
  betweenLookAndWrite(house, answered.length, async (looked) => {
    const id = waiting.find((one) => looked.includes(one)) ?? waiting[0];
    if (id === undefined) return;
    waiting.splice(waiting.indexOf(id), 1);
    await answer(house, id);
  });
  await runUntilDone(house, week);
  expect(waiting).toEqual([]);
  expect(await state(house)).toBe('done');
  await expectOneMailEach(house, 24);
  for (const id of ids) {
    const shown = await challengeOnPage(house, id);
    expect(shown).toBe(answered.includes(id) ? 'second-1' : null);
    expect((await mailTo(house, id)).kind).toBe(shown === null ? 'questionnaire' : 'weekly');
  }
});

test('who answers while their mail is on its way keeps this week’s challenge, and gets no second mail', async () => {
  const house = await plannedHouse(3);
  house.mailer.onSend = async ({ to }) => {
    if (to === 'customer-1001@example.com') await answer(house, learnerId);
  };
  await runUntilDone(house, week);
  await expectOneMailEach(house, 3);
  expect(await challengeOnPage(house, learnerId)).toBe('second-1');
});

async function plannedCodes(house: House): Promise<string[]> {
  const batches = await house.stores.batches.all(week);
  return batches.flatMap(({ batch }) => batch.mails.map(({ code }) => code));
}

async function state(house: House): Promise<string | undefined> {
  return (await house.stores.runs.get(week))?.state;
}
