// A house with a ladder and one learner who was given a challenge of every kind.
import { aHouse, type House } from './a-house.ts';
import { aLadder } from './a-ladder.ts';
import { aLearner, type LearnerOverrides } from './a-learner.ts';
import { aQuestionnaire } from './a-questionnaire.ts';
import { aWeek } from './a-week.ts';

/** Wednesday of 2026-W48, which brought `number`; W47 brought `review`, W46 `text`. */
export async function anAnsweringHouse(overrides: LearnerOverrides = {}): Promise<House> {
  const house = aHouse({ start: '2026-11-25T10:00:00Z' });
  const { content } = house.stores;
  const { levels, challenges } = aLadder();
  await Promise.all([
    ...levels.map((level) => content.saveLevel(level)),
    ...[...challenges.values()].map((challenge) => content.saveChallenge(challenge)),
    content.saveQuestionnaire(aQuestionnaire()),
  ]);
  const weeks = {
    '2026-W46': aWeek('text', { releasedAt: new Date('2026-11-09T08:10:00Z') }),
    '2026-W47': aWeek('review', { releasedAt: new Date('2026-11-16T08:10:00Z') }),
    '2026-W48': aWeek('number'),
  };
  const placement = { version: '1', levelId: 'curious', placedAt: new Date('2026-11-01T10:00:00Z') };
  await house.saveLearners(aLearner({ placement, weeks, ...overrides }));
  return house;
}
