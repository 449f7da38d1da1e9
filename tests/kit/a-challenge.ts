// A published challenge for tests.
import type { Challenge } from '../../functions/challenges/challenge.ts';

export function aChallenge(overrides: Partial<Challenge> = {}): Challenge {
  return {
    id: 'snail-in-the-well',
    levelId: 'curious',
    order: 10,
    title: 'The snail in the well',
    bodyMarkdown: 'A snail climbs **three** metres a day.\n\nHow many days does it need?',
    bodyHtml: '<p>A snail climbs <strong>three</strong> metres a day.</p>\n<p>How many days does it need?</p>\n',
    bodyText: 'A snail climbs three metres a day.\n\nHow many days does it need?',
    answerKind: 'NUMBER',
    choices: null,
    accepted: ['8'],
    tolerance: null,
    revision: 1,
    publishedAt: new Date('2026-01-01T00:00:00Z'),
    archivedAt: null,
    ...overrides,
  };
}
