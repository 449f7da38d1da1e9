import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyProblem } from '../../functions/challenges/body-problem.ts';
import type { Challenge } from '../../functions/challenges/challenge.ts';
import { importContent } from '../../functions/challenges/import-content.ts';
import { renderMarkdown } from '../../functions/challenges/render-markdown.ts';
import { composeMail } from '../../functions/mail/compose-mail.ts';
import { linkTokens } from '../../functions/mail/link-token.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';
import { fakeClock } from '../kit/fake-clock.ts';
import { memoryContent } from '../kit/memory-content.ts';
import { testConfig } from '../kit/test-config.ts';

/** The most characters that a challenge may have. */
const charactersMax = 20_000;

function published(bodyMarkdown: string): Challenge {
  const { html, text } = renderMarkdown(bodyMarkdown);
  return aChallenge({ title: '蝸'.repeat(120), bodyMarkdown, bodyHtml: html, bodyText: text });
}
const fits = ({ bodyMarkdown }: Challenge): boolean => bodyProblem(renderMarkdown(bodyMarkdown)) === null;
const filled = (unit: string) => unit.repeat(Math.floor(charactersMax / unit.length));

test('a challenge of 20,000 characters of ASCII passes', () => {
  expect(fits(published(filled('A snail climbs 3 metres. ')))).toBe(true);
});

test('a challenge of 20,000 Chinese characters is refused with file, field, size and limit, before anything is written', async () => {
  const file = {
    path: 'challenges/curious/snail.md',
    frontMatter: { id: 'snail', order: 1, title: 'Snail', answerKind: 'SELF_REPORT' },
    body: '蝸'.repeat(charactersMax),
  };
  const memory = { catalogue: { levels: [aLevel()], challenges: new Map() }, questionnaire: null, written: [] };
  const content = memoryContent(memory);
  const services = { clock: fakeClock('2026-11-23T08:00:00Z'), stores: async () => ({ content }) };
  await expect(importContent(services, [file])).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringMatching(
      /^Content cannot be imported:\nchallenges\/curious\/snail\.md: bodyMarkdown: .* 3900\d\d bytes, and 100000 are the most/,
    ),
  });
  expect(memory.written).toEqual([]);
});

const config = testConfig({
  brandName: 'The Weekly Ladder ü',
  postalAddress: 'Größenstraße 1, 10115 Berlin'.repeat(3),
});
const tokens = linkTokens({ keys: config.linkKeys, clock: fakeClock('2026-11-23T08:00:00Z') });
const learner = aLearner({ customer: { firstName: '李'.repeat(40) } });

async function mailBytes(challenge: Challenge): Promise<number> {
  const services = { config, linkTokens: async () => tokens };
  const level = aLevel({ name: '蝸'.repeat(80) });
  const planned = {
    kind: 'challenge',
    learner,
    week: '2026-W48',
    challenge,
    level,
    questionnaireReminder: true,
  } as const;
  return (await composeMail(services, planned)).mime.length;
}

/** The longest challenge of this text that the rule lets pass, to one part in 64. */
function longest(unit: string): Challenge {
  const whole = filled(unit);
  const cut = (part: number) => published(whole.slice(0, Math.floor((whole.length * part) / 64)));
  if (fits(cut(64))) return cut(64);
  let [fitting, over] = [0, 64];
  while (over - fitting > 1) {
    const middle = (fitting + over) >> 1;
    if (fits(cut(middle))) fitting = middle;
    else over = middle;
  }
  return cut(fitting);
}

const pieces = [
  'a',
  'word ',
  '1',
  ' ',
  '=',
  '&',
  '"',
  '<',
  'ä',
  '蝸',
  '🐌',
  '\n',
  '\n\n',
  '  \n',
  '* ',
  '    ',
  '**b** ',
  '`c`',
  '- d\n',
];

test('the longest challenge of any text that passes becomes a mail of less than 100,000 bytes', async () => {
  const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
  const sizes: number[] = [];
  await fc.assert(
    fc.asyncProperty(text, async (unit) => {
      const bytes = await mailBytes(longest(unit));
      sizes.push(bytes);
      expect(bytes).toBeLessThan(100_000);
    }),
    { numRuns: 20, examples: [['&'], ['ä'], ['a \n'], ['x\n\n'], ['1&']] },
  );
  // Some come near: the rule does not refuse what would have fitted by far.
  expect(Math.max(...sizes)).toBeGreaterThan(90_000);
}, 30_000);
