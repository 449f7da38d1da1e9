// A play of one learner's history: the product over memory stores, and the reference model beside it.
import type { Learner } from '../../functions/learners/learner.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';
import { anApi, type TestApi } from '../kit/an-api.ts';
import { type Model, rungs, tasks } from './reference-model.ts';

export const learnerId = 'shopify-1001';

/** `keys` counts the idempotency keys that were used. */
export type Play = TestApi & { model: Model; keys: number; learner(): Learner };

export function newPlay(): Play {
  const challenges = tasks.map(({ id, levelId, kind }, at) =>
    aChallenge({ id, levelId, order: at, answerKind: kind, accepted: kind === 'NUMBER' ? ['8'] : [] }),
  );
  const api = anApi({
    learners: new Map([[learnerId, aLearner({ levelId: null })]]),
    catalogue: {
      levels: rungs.map(({ id, needed }, at) => aLevel({ id, name: id, order: at + 1, passesToAdvance: needed })),
      challenges: new Map(challenges.map((challenge) => [challenge.id, challenge])),
    },
    questionnaire: {
      version: '1',
      questions: [{ id: 'rung', prompt: 'Which?', choices: rungs.map(({ id }, points) => ({ id, text: id, points })) }],
      thresholds: rungs.map(({ id }, minPoints) => ({ levelId: id, minPoints })),
    },
  });
  const learner = () => {
    const found = api.memory.learners.get(learnerId);
    if (found === undefined) throw new Error('The learner is gone.');
    return found;
  };
  return { ...api, learner, keys: 0, model: { entitled: true, placedOn: null, firstAt: null, weeks: [] } };
}
