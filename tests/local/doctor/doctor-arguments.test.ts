import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { doctorArguments } from '../../../local/doctor/doctor-arguments.ts';
import { namedProject } from '../../../local/doctor/named-project.ts';

test('a project and a number of learners are taken, and neither is needed', () => {
  expect(doctorArguments([])).toEqual({ project: undefined, learners: undefined });
  expect(doctorArguments(['--project', 'my-shop', '--learners', '10000'])).toEqual({
    project: 'my-shop',
    learners: 10000,
  });
});

test.each([
  [['--learners', '1e4'], /--learners "1e4" must be a whole number/],
  [['--learners', '0'], /must be a whole number/],
  [['--project', 'My Shop'], /is no project id/],
  [['--project', '../x'], /is no project id/],
  [['--all'], /I know no such argument: npm run doctor/],
  [['my-shop'], /I know no such argument/],
])('%j is refused with what would be right', (args, message) => {
  expect(() => doctorArguments(args)).toThrow(message);
});

test('an alias of .firebaserc stands for its project, and any other name for itself', async () => {
  const root = await mkdtemp(join(tmpdir(), 'project-'));
  try {
    expect(await namedProject(root, 'live')).toEqual({ id: 'live', alias: undefined });
    await writeFile(join(root, '.firebaserc'), '{ "projects": { "live": "my-shop" } }');
    expect(await namedProject(root, 'live')).toEqual({ id: 'my-shop', alias: 'live' });
    expect(await namedProject(root, 'my-shop')).toEqual({ id: 'my-shop', alias: undefined });
  } finally {
    await rm(root, { recursive: true });
  }
});
