import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { answerQuestionnaire } from '../../functions/assignments/answer-questionnaire.ts';
import { pauseMail } from '../../functions/learners/pause-mail.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import type { House } from '../kit/a-house.ts';
import { mailed } from '../kit/fill-house.ts';
import { runUntilDone } from '../kit/run-until-done.ts';
import { plannedHouse } from './planned-house.ts';

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
  const asked = { challengeId: null, releasedAt: new Date(0), outcome: 'OPEN', passedAt: null };
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

test('a challenge that no longer exists is replaced by the planned one, on the page too', async () => {
  const lost = { challengeId: 'lost', releasedAt: new Date(0), outcome: 'OPEN', passedAt: null };
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

/** Answers so that the second level fits, and gives the title of the challenge that the answer brings. */
async function answer(house: House, id: string): Promise<string | undefined> {
  const answers = [{ questionId: 'often', choiceId: 'daily' }];
  return (await answerQuestionnaire(house.services, { learnerId: id, answers })).assignment?.challenge.title;
}

/** Acts after the sender's first `times` looks at a group of learners, and gives the ids of every look. */
function betweenLookAndWrite(house: House, times: number, act: (ids: string[]) => Promise<unknown>): string[][] {
  const looks: string[][] = [];
  const { getAll } = house.stores.learners;
  house.stores.learners.getAll = async (ids) => {
    const read = await getAll(ids);
    if (looks.push(ids) <= times) await act(ids);
    return read;
  };
  return looks;
}

async function expectOneMailEach(house: House, customers: number): Promise<void> {
  const everyone = Array.from({ length: customers }, (_, at) => `customer-${1001 + at}@example.com`);
  expect(mailed(house)).toEqual(everyone);
  const { counts } = await house.stores.batches.books(week);
  expect(counts).toMatchObject({ planned: customers, accepted: customers, pending: 0 });
}

async function mailTo(house: House, id: string) {
  const mail = house.mailer.sent.find(({ tags }) => tags.assignment === `${week}_${id}`);
  if (mail === undefined) throw new Error(`${id} got no mail.`);
  const { subject, text } = await PostalMime.parse(mail.mime);
  return { kind: mail.tags['ses:feedback-id-a'], subject, text };
}

async function challengeOnPage(house: House, id: string): Promise<string | null | undefined> {
  return (await house.stores.learners.get(id))?.weeks[week]?.challengeId;
}

async function plannedCodes(house: House): Promise<string[]> {
  const batches = await house.stores.batches.all(week);
  return batches.flatMap(({ batch }) => batch.mails.map(({ code }) => code));
}

async function state(house: House): Promise<string | undefined> {
  return (await house.stores.runs.get(week))?.state;
}
