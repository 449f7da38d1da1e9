// Levels, questionnaire and challenges of docs/api.md.
import type { Challenge } from '../../functions/challenges/challenge.ts';
import type { ContentStore } from '../../functions/challenges/content-store.ts';
import type { Questionnaire } from '../../functions/challenges/questionnaire.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLevel } from '../kit/a-level.ts';

type Saving = Pick<ContentStore, 'saveLevel' | 'saveChallenge' | 'saveQuestionnaire'>;

/** Three levels; on the lowest one a challenge for each of six weeks. */
export async function saveDocumentedContent(content: Saving): Promise<void> {
  const levels = [
    aLevel(),
    aLevel({ id: 'keen', order: 2, name: 'Keen', summary: 'Two steps instead of one.', passesToAdvance: 4 }),
    aLevel({ id: 'sharp', order: 3, name: 'Sharp', summary: 'Bring paper.', passesToAdvance: 4 }),
  ];
  await Promise.all([
    ...levels.map((level) => content.saveLevel(level)),
    ...challenges().map((challenge) => content.saveChallenge(challenge)),
    content.saveQuestionnaire(questionnaire),
  ]);
}

function challenges(): Challenge[] {
  return [
    aChallenge({
      id: 'four-candles',
      order: 1,
      title: 'Four candles',
      bodyHtml:
        '<p>Four candles are on the table, and a draught puts out one. How many are <strong>on the table</strong> now?</p>\n',
      accepted: ['4'],
    }),
    aChallenge({ id: 'snail-in-the-well', order: 2 }),
    aChallenge({ id: 'a-letter', order: 3, title: 'A letter to a river', answerKind: 'REVIEW', accepted: [] }),
    aChallenge({ id: 'capital', order: 4, title: 'A capital question', answerKind: 'TEXT', accepted: ['Paris'] }),
    aChallenge({ id: 'the-lift', order: 5, title: 'The lift' }),
    aChallenge({ id: 'two-doors', order: 6, title: 'Two doors' }),
  ];
}

const questionnaire: Questionnaire = {
  version: '1',
  questions: [
    {
      id: 'often',
      prompt: 'How often do you solve puzzles?',
      choices: [
        { id: 'seldom', text: 'Now and then', points: 0 },
        { id: 'daily', text: 'Every day', points: 2 },
      ],
    },
    {
      id: 'stuck',
      prompt: 'What do you do when you are stuck?',
      choices: [
        { id: 'look', text: 'I look it up', points: 0 },
        { id: 'sleep', text: 'I sleep on it', points: 1 },
      ],
    },
  ],
  thresholds: [
    { levelId: 'curious', minPoints: 0 },
    { levelId: 'keen', minPoints: 2 },
    { levelId: 'sharp', minPoints: 3 },
  ],
};
