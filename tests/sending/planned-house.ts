// A house whose run is planned, and nothing sent yet.
import PostalMime from 'postal-mime';
import { expect } from 'vitest';
import { answerQuestionnaire } from '../../functions/assignments/answer-questionnaire.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { aLevel } from '../kit/a-level.ts';
import { deliverUntil } from '../kit/deliver-until.ts';
import { fillHouse, mailed } from '../kit/fill-house.ts';

const week = '2026-W48';

/** The run of 2026-W48 of unplaced learners right before its mails, with two levels and a questionnaire that places on the second. */
export async function plannedHouse(customers: number, beforePlan?: (house: House) => Promise<void>): Promise<House> {
  const house = aHouse();
  const { content } = house.stores;
  await fillHouse(house, { customers });
  await content.saveLevel(aLevel({ id: 'second', order: 2 }));
  await content.saveChallenge(aChallenge({ id: 'second-1', levelId: 'second', title: 'Second 1' }));
  await content.saveQuestionnaire({
    version: '1',
    questions: [
      {
        id: 'often',
        prompt: 'How often do you solve puzzles?',
        choices: [
          { id: 'seldom', text: 'Seldom', points: 0 },
          { id: 'daily', text: 'Daily', points: 2 },
        ],
      },
    ],
    thresholds: [
      { levelId: 'first', minPoints: 0 },
      { levelId: 'second', minPoints: 2 },
    ],
  });
  await startRun(house.services, { week, by: 'schedule' });
  await deliverUntil(house, 'plan-run');
  await beforePlan?.(house);
  await deliverUntil(house, 'send-mails');
  return house;
}

/** Answers so that the second level fits, and gives the title of the challenge that the answer brings. */
export async function answer(house: House, id: string): Promise<string | undefined> {
  const answers = [{ questionId: 'often', choiceId: 'daily' }];
  return (await answerQuestionnaire(house.services, { learnerId: id, answers })).assignment?.challenge.title;
}

/** Acts after the sender's first `times` looks at a group of learners, and gives the ids of every look. */
export function betweenLookAndWrite(house: House, times: number, act: (ids: string[]) => Promise<unknown>): string[][] {
  const looks: string[][] = [];
  const { getAll } = house.stores.learners;
  house.stores.learners.getAll = async (ids) => {
    const read = await getAll(ids);
    if (looks.push(ids) <= times) await act(ids);
    return read;
  };
  return looks;
}

export async function expectOneMailEach(house: House, customers: number): Promise<void> {
  const everyone = Array.from({ length: customers }, (_, at) => `customer-${1001 + at}@example.com`);
  expect(mailed(house)).toEqual(everyone);
  const { counts } = await house.stores.batches.books(week);
  expect(counts).toMatchObject({ planned: customers, accepted: customers, pending: 0 });
}

export async function mailTo(house: House, id: string) {
  const mail = house.mailer.sent.find(({ tags }) => tags.assignment === `${week}_${id}`);
  if (mail === undefined) throw new Error(`${id} got no mail.`);
  const { subject, text } = await PostalMime.parse(mail.mime);
  return { kind: mail.tags['ses:feedback-id-a'], subject, text };
}

export async function challengeOnPage(house: House, id: string): Promise<string | null | undefined> {
  return (await house.stores.learners.get(id))?.weeks[week]?.challengeId;
}
