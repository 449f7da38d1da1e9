// A house whose run is planned, and nothing sent yet.
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { aLevel } from '../kit/a-level.ts';
import { deliverUntil } from '../kit/deliver-until.ts';
import { fillHouse } from '../kit/fill-house.ts';

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
  await startRun(house.services, { week: '2026-W48', by: 'schedule' });
  await deliverUntil(house, 'plan-run');
  await beforePlan?.(house);
  await deliverUntil(house, 'send-mails');
  return house;
}
