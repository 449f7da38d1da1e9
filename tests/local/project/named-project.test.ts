import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LocalError } from '../../../local/local-error.ts';
import { namedProject } from '../../../local/project/named-project.ts';
import { realProject } from '../../../local/project/real-project.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'project-'));
});
afterEach(() => rm(root, { recursive: true }));
const rc = (text: string) => writeFile(join(root, '.firebaserc'), text);
const aliases = (projects: Record<string, string>) => rc(JSON.stringify({ projects }));

test('an alias of .firebaserc stands for its project, and an id for itself', async () => {
  expect(await namedProject(root, 'my-shop')).toEqual({ id: 'my-shop', alias: undefined });
  await aliases({ live: 'my-shop' });
  expect(await namedProject(root, 'live')).toEqual({ id: 'my-shop', alias: 'live' });
  expect(await namedProject(root, 'my-shop')).toEqual({ id: 'my-shop', alias: undefined });
});

test.each(['', 'my project', '../x', 'https://x.example', 'My-Shop', 'live', 'toString', 'ends-in-'])(
  '%j is refused where it is neither an alias nor an id',
  async (name) => {
    await aliases({ other: 'my-shop' });
    await expect(namedProject(root, name)).rejects.toThrow(/^--project .* is no project id/);
  },
);

test('what every object has is no alias', async () => {
  await aliases({});
  expect(await namedProject(root, 'constructor')).toEqual({ id: 'constructor', alias: undefined });
});

test('an alias that stands for no project id is refused', async () => {
  await aliases({ live: '../x' });
  await expect(namedProject(root, 'live')).rejects.toThrow('"../x" of .firebaserc is no project id');
});

test.each(['{', '[]', '{ "projects": { "live": 7 } }', ''])('a .firebaserc that is %j is one line', async (text) => {
  await rc(text);
  await expect(namedProject(root, 'live')).rejects.toThrow(LocalError);
  await expect(namedProject(root, 'live')).rejects.toThrow(/^\.firebaserc is not right: [^\n]+$/);
});

test('a folder named .firebaserc is one line', async () => {
  await mkdir(join(root, '.firebaserc'));
  await expect(namedProject(root, 'live')).rejects.toThrow(/^\.firebaserc cannot be read \(EISDIR\)/);
});

test('a project of the emulators is no real one, also by its alias', async () => {
  await aliases({ default: 'demo-stepladder', live: 'my-shop' });
  await expect(realProject(root, 'default')).rejects.toThrow('demo-stepladder exists only in the emulators');
  await expect(realProject(root, 'demo-x')).rejects.toThrow('exists only in the emulators');
  expect(await realProject(root, 'live')).toEqual({ id: 'my-shop', alias: 'live' });
});
