// A ladder of three levels, with a challenge of every answer kind.
import type { Catalogue } from '../../functions/challenges/catalogue.ts';
import type { Challenge } from '../../functions/challenges/challenge.ts';
import { aChallenge } from './a-challenge.ts';
import { aLevel } from './a-level.ts';

/** `curious` and `keen` ask for two passes, `sharp` at the top for one. Each accepts `8`, `left` or `Paris`. */
export function aLadder(overrides: Record<string, Partial<Challenge>> = {}): Catalogue {
  const challenges: Challenge[] = [
    aChallenge({ id: 'number', order: 1, accepted: ['8'], revision: 7 }),
    aChallenge({ id: 'text', order: 2, answerKind: 'TEXT', accepted: ['Paris'] }),
    aChallenge({ id: 'choice', order: 3, answerKind: 'CHOICE', choices: ['left', 'right'], accepted: ['left'] }),
    aChallenge({ id: 'report', order: 4, answerKind: 'SELF_REPORT', accepted: [] }),
    aChallenge({ id: 'review', order: 5, answerKind: 'REVIEW', accepted: [] }),
    aChallenge({ id: 'keen-number', levelId: 'keen', order: 1 }),
    aChallenge({ id: 'keen-review', levelId: 'keen', order: 2, answerKind: 'REVIEW', accepted: [] }),
    aChallenge({ id: 'sharp-number', levelId: 'sharp', order: 1 }),
  ];
  return {
    levels: [
      aLevel({ passesToAdvance: 2 }),
      aLevel({ id: 'keen', order: 2, name: 'Keen', passesToAdvance: 2 }),
      aLevel({ id: 'sharp', order: 3, name: 'Sharp', passesToAdvance: 1 }),
    ],
    challenges: new Map(
      challenges.map((challenge) => [
        challenge.id,
        { ...challenge, title: `Of ${challenge.id}`, ...overrides[challenge.id] },
      ]),
    ),
  };
}
