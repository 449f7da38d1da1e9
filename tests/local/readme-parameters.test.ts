// The README's tables of parameters.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { params, secrets } from '../../functions/params.ts';
import { readmeParameters } from '../../local/readme-parameters.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const start = '<!-- parameters: written by local/readme-parameters.ts -->';
const end = '<!-- end of parameters -->';
const empty = `Before.\n\n${start}\nAn old table.\n${end}\n\nAfter.\n`;
/** The rows of a name, without the spaces that align columns. */
const rowOf = (text: string, name: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/ +/g, ' '))
    .filter((line) => line.startsWith(`| \`${name}\` |`));

test('the committed README holds the tables that would be written', () => {
  expect(readmeParameters(readme)).toBe(readme);
});

test.each([...Object.keys(params), ...Object.keys(secrets)])('%s has one row', (name) => {
  expect(rowOf(readmeParameters(empty), name)).toHaveLength(1);
});

test('a row holds the default and the description, and a dash where there is no default', () => {
  const written = readmeParameters(empty);
  const { description } = params.MISFIRE_GRACE_HOURS.options;
  expect(rowOf(written, 'MISFIRE_GRACE_HOURS')).toEqual([`| \`MISFIRE_GRACE_HOURS\` | \`36\` | ${description} |`]);
  expect(rowOf(written, 'EXPLORER')[0]).toContain('| `false` |');
  expect(rowOf(written, 'PUBLIC_URL')[0]).toContain('| – |');
});

test('what stands around the tables stays, and what stood between the markers goes', () => {
  const written = readmeParameters(empty);
  expect(written.startsWith(`Before.\n\n${start}\n\n| parameter `)).toBe(true);
  expect(written.endsWith(`|\n\n${end}\n\nAfter.\n`)).toBe(true);
  expect(written).not.toContain('An old table.');
  expect(readmeParameters(written)).toBe(written);
});

test.each([`${end}\n${start}`, start, end, ''])('a README without both markers in order is refused: %j', (text) => {
  expect(() => readmeParameters(text)).toThrow('README.md must hold');
});
