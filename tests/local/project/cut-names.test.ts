import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnvFile } from '../../../local/project/read-env-file.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cut-names-'));
});
afterEach(() => rm(root, { recursive: true }));

/** As they come with what Firebase's own reader takes from the file. */
async function cutIn(text: string): Promise<string[] | undefined> {
  await writeFile(join(root, '.env'), text);
  return (await readEnvFile(join(root, '.env')))?.cutNames;
}

test.each([
  'A=12 Main St #5',
  'A=12 Main St # 5',
  'A=12#5',
  'export A = 12 #5',
  '\uFEFFA=12 #5\r\nB=1\r\n',
  "A=it's #5",
  'A="12" Main St #5',
])('%j is cut at the #', async (text) => {
  expect(await cutIn(text)).toEqual(['A']);
});

test.each([
  'A="12 Main St #5"',
  "A='12 Main St #5' # a comment",
  'A="12 \\"Main\\" St" # a comment',
  'A=',
  'A= # a comment',
  'A=12 Main St\n# A=12 Main St #5',
  'A=12 #5\nA=13',
  'B="of several lines\nA=12 #5\n"',
])('%j is whole', async (text) => {
  expect(await cutIn(text)).toEqual([]);
});
