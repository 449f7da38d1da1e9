// The API as editors use it, for tests.
import type { Challenge } from '../../functions/challenges/challenge.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';
import { anApi, type TestApi } from '../kit/an-api.ts';

export type Input = Record<string, unknown>;

const good: Input = {
  id: 'coins',
  levelId: 'curious',
  order: 20,
  title: 'Coins',
  bodyMarkdown: 'How **many**?',
  answerKind: 'NUMBER',
  accepted: ['4'],
  tolerance: 0.5,
};
/** All that editors see beyond others. */
export const source = 'source { bodyMarkdown accepted tolerance revision publishedAt archivedAt }';
const saveDocument = `mutation ($input: ChallengeInput!) { saveChallenge(input: $input) { id title bodyHtml choices level { id } ${source} } }`;

/** One level, one learner, and these challenges. */
export const anEditorsApi = (...challenges: Challenge[]): TestApi =>
  anApi({
    catalogue: { levels: [aLevel()], challenges: new Map(challenges.map((each) => [each.id, each])) },
    learners: new Map([['shopify-1001', aLearner({ id: 'shopify-1001' })]]),
  });
/** Saves a good challenge with these changes. */
export const save = (api: TestApi, changes: Input = {}) =>
  api.ask<{ saveChallenge: Record<string, unknown> }, object>(
    saveDocument,
    { input: { ...good, ...changes } },
    'editor',
  );
/** As the store holds it. */
export const stored = (api: TestApi, id = 'coins') => api.memory.catalogue.challenges.get(id);
