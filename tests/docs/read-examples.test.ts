import { expect, test } from 'vitest';
import { readExamples } from './read-examples.ts';

const asked = '## Levels\n\nAs a stranger:\n\n```graphql\n{ levels { id } }\n```\n';
const answered = '```json answer\n{ "data": { "levels": [] } }\n```\n';

test('an example is an operation, who asks it, and its answer; the answer may be another status, or that of a repeat', () => {
  const later = 'As an editor, 2 days later, 3 times:\n\n```json variables\n{ "a": 1 }\n```\n';
  const refused = '```json answer 429\n{ "errors": [] }\n```\n';
  const query = '{ levels { id } }\n';
  expect(readExamples(`# Use\n\n${asked}${answered}${later}${refused}`)).toEqual([
    {
      title: 'Levels',
      line: 10,
      caller: 'a stranger',
      waitSeconds: 0,
      times: 1,
      query,
      variables: {},
      status: 200,
      body: { data: { levels: [] } },
    },
    {
      title: 'Levels',
      line: 18,
      caller: 'an editor',
      waitSeconds: 172_800,
      times: 3,
      query,
      variables: { a: 1 },
      status: 429,
      body: { errors: [] },
    },
  ]);
});

test.each([
  ['an operation without an answer, at the end', asked, 'The last example has no answer.'],
  ['an operation without an answer, before a heading', `${asked}## Next\n${answered}`, 'Line 8: the example before'],
  ['an answer that nobody asked for', `## Levels\n${answered}`, 'Line 2: nobody asked'],
  ['a block of another kind', `${asked}\`\`\`json\n{}\n\`\`\`\n`, 'Line 8: a block of the kind "json"'],
  ['an answer that is no JSON', `${asked}\`\`\`json answer\n{ data }\n\`\`\`\n`, 'Line 8: the block is no JSON'],
])('%s is an error that names the line, so that no block is left unlooked at', (_what, markdown, message) => {
  expect(() => readExamples(markdown)).toThrow(message);
});
