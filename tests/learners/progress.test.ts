import { describe, expect, test } from 'vitest';
import { progress } from '../../functions/learners/progress.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';

const keen = aLevel({ id: 'keen', order: 5, name: 'Keen', passesToAdvance: 4 });
const catalogue = { levels: [aLevel(), keen], challenges: new Map() };

describe('progress', () => {
  test('counts the passes of the present level towards the next one up', () => {
    expect(progress(aLearner({ passes: 2 }), catalogue)).toEqual({ passed: 2, needed: 3, nextLevel: keen });
  });

  test('on the highest level there is no next', () => {
    expect(progress(aLearner({ levelId: 'keen', passes: 1 }), catalogue)).toEqual({
      passed: 1,
      needed: 4,
      nextLevel: null,
    });
  });

  test.each([null, 'removed'])('with level %s there is none to speak of', (levelId) => {
    expect(progress(aLearner({ levelId }), catalogue)).toBeNull();
  });
});
