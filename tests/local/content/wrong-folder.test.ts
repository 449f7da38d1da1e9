import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkFolder } from '../../../local/content/check-folder.ts';
import { readFolder } from '../../../local/content/read-folder.ts';
import { projectRoot } from '../../../local/project-root.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const messages = async (at: string) => checkFolder(await readFolder(at)).faults.map(({ message }) => message);

test('an empty folder is a fault: pushed, it would archive every challenge', async () => {
  expect(await messages(folder)).toEqual([expect.stringContaining('has no level')]);
});

test('a link in the place of a file is a fault, and not a file that is gone', async () => {
  await mkdir(join(folder, 'levels'));
  await writeFile(join(folder, 'elsewhere.md'), '');
  await symlink(join(folder, 'elsewhere.md'), join(folder, 'levels', 'curious.md'));
  expect(await messages(folder)).toContainEqual(expect.stringContaining('is a link'));
});

test('the folder may be named in any way that leads to it', async () => {
  const content = join(projectRoot, 'content');
  const named = [content, `${content}/`, relative(process.cwd(), content), join(content, '.', '..', 'content')];
  for (const name of named) expect(await messages(name)).toEqual([]);
});
