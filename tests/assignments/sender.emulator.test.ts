import { describe, expect, test } from 'vitest';
import { answerQuestionnaire } from '../../functions/assignments/answer-questionnaire.ts';
import type { LearnerWeek } from '../../functions/learners/learner.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import type { House } from '../kit/a-house.ts';
import { answersTo } from '../kit/a-questionnaire.ts';
import { aWeek } from '../kit/a-week.ts';
import { anAnsweringHouse } from '../kit/an-answering-house.ts';
import { deliverUntil } from '../kit/deliver-until.ts';
import { aCustomer } from '../kit/fill-house.ts';
import { runUntilDone } from '../kit/run-until-done.ts';
import { learnerId, recordOf, submitIn } from '../kit/submit-in-house.ts';

const week = '2026-W49';

/** The Monday of 2026-W49, right before the sender: the learner's mail is planned. */
async function sendingHouse(overrides: Parameters<typeof anAnsweringHouse>[0]): Promise<House> {
  const house = await anAnsweringHouse(overrides);
  house.clock.set('2026-11-30T08:00:00Z');
  house.shop.customers.push(aCustomer('1001'));
  await startRun(house.services, { week, by: 'schedule' });
  await deliverUntil(house, 'send-mails');
  return house;
}

/** Sends the mails on an instance before whose `at`-th effect something else happens. Gives the effects there were. */
async function sendWhile(house: House, at: number, act: () => Promise<unknown>): Promise<string[]> {
  const effects: string[] = [];
  const sender = house.instance({
    before: async (name) => {
      if (effects.push(name) - 1 === at) await act();
      return 0;
    },
    after: async () => undefined,
  });
  await sender.deliverAll();
  await runUntilDone(house, week);
  return effects;
}

/** Does the same at each moment of the sending, each time in a house of its own. */
async function atEveryMoment(
  open: () => Promise<House>,
  act: (house: House) => Promise<void>,
  check: (house: House, where: string) => Promise<void>,
): Promise<void> {
  const effects = await sendWhile(await open(), -1, async () => undefined);
  expect(effects).toContain('commit');
  expect(effects).toContain('send');
  for (const [at, effect] of effects.entries()) {
    const house = await open();
    await sendWhile(house, at, () => act(house));
    await check(house, `before effect ${at} (${effect})`);
  }
}

const weekOf = async (house: House): Promise<LearnerWeek | undefined> =>
  (await house.stores.learners.get(learnerId))?.weeks[week];
const subjects = (house: House) =>
  house.mailer.sent.map(({ mime }) => /^Subject: (.*)$/m.exec(Buffer.from(mime).toString('latin1'))?.[1]?.trim());

async function expectOneMail(house: House, where: string): Promise<void> {
  expect(house.mailer.sent, where).toHaveLength(1);
  expect((await house.stores.batches.books(week)).counts, where).toMatchObject({ planned: 1, accepted: 1 });
}

describe('while the sender releases the next week', () => {
  test('an answer to the last one may come at any moment: it counts, and the mail goes out once', async () => {
    await atEveryMoment(
      () => sendingHouse({}),
      async (house) => expect(await submitIn(house, {})).toMatchObject({ outcome: 'PASSED' }),
      async (house, where) => {
        await expectOneMail(house, where);
        expect(await house.stores.learners.get(learnerId), where).toMatchObject({
          passes: 1,
          weeks: { '2026-W48': { outcome: 'PASSED' }, [week]: { challengeId: 'choice', outcome: 'OPEN' } },
        });
        expect((await recordOf(house))?.submissions, where).toHaveLength(1);
      },
    );
  }, 280_000);

  const placedAt = new Date('2026-11-01T10:00:00Z');
  test.each([
    ['was not placed', { levelId: null, placement: null, weeks: {} }, 'questionnaire'],
    [
      'was not placed for so long that a challenge was planned',
      { levelId: null, placement: null, weeks: { '2026-W46': aWeek(null), '2026-W47': aWeek(null) } },
      'number',
    ],
    ['was placed lower', { placement: { version: '1', levelId: 'curious', placedAt }, weeks: {} }, 'number'],
  ])(
    'who %s may answer the questionnaire at any moment: no challenge is lost, and the mail is about what the page shows',
    async (_name, overrides, planned) => {
      const shown = new Map<House, string | undefined>();
      await atEveryMoment(
        () => sendingHouse(overrides),
        async (house) => {
          const answers = answersTo('yes', 'yes');
          const { assignment } = await answerQuestionnaire(house.services, { learnerId, answers });
          shown.set(house, assignment?.challenge.id);
        },
        async (house, where) => {
          await expectOneMail(house, where);
          const challengeId = (await weekOf(house))?.challengeId;
          expect(['sharp-number', planned], where).toContain(challengeId);
          expect(shown.get(house), where).toBe(challengeId);
          const [subject] = subjects(house);
          // The questionnaire may have been on its way already: then no second mail follows.
          const isQuestionnaire = planned === 'questionnaire' && !subject?.startsWith('This week');
          expect(isQuestionnaire || subject === `This week: Of ${challengeId}`, `${where}: ${subject}`).toBe(true);
          if (planned === 'questionnaire') expect(challengeId, where).toBe('sharp-number');
        },
      );
    },
    280_000,
  );
});
