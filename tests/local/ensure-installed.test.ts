import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const lock = { packages: { '': { name: 'p' }, 'node_modules/a': { integrity: 'sha512-a' } } };
let folder: string;

/** A project whose `npm` only notes what it was asked, and makes what `npm ci` would make. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'installed-'));
  await mkdir(join(folder, 'local'));
  await cp(join(import.meta.dirname, '../../local/ensure-installed.mjs'), join(folder, 'local/ensure-installed.mjs'));
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lock));
  await mkdir(join(folder, 'bin'));
  const makes = 'mkdir -p node_modules/.bin && cp package-lock.json node_modules/.package-lock.json';
  await writeFile(join(folder, 'bin/npm'), `#!/bin/sh\necho "$@" >> asked\n${makes} && touch node_modules/.bin/node\n`);
  await chmod(join(folder, 'bin/npm'), 0o755);
});
afterEach(() => rm(folder, { recursive: true }));

async function ensureInstalled(): Promise<{ said: string; asked: string }> {
  const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` };
  const run = promisify(execFile)(process.execPath, [join(folder, 'local/ensure-installed.mjs')], { env });
  const { stdout } = await run.catch((error: { stderr: string }) => ({ stdout: error.stderr }));
  return { said: stdout, asked: await readFile(join(folder, 'asked'), 'utf8').catch(() => '') };
}

test('a fresh clone is installed once, and then left alone', async () => {
  const first = await ensureInstalled();
  expect(first.said).toBe('Installing the dependencies (npm ci): node_modules is missing or incomplete.\n');
  expect(first.asked).toBe('ci --no-audit --no-fund\n');
  expect(await ensureInstalled()).toEqual({ said: '', asked: first.asked });
});

test('a changed lock file is installed, and the package that differs is named', async () => {
  await ensureInstalled();
  const changed = { packages: { ...lock.packages, 'node_modules/a': { integrity: 'sha512-b' } } };
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(changed));
  expect((await ensureInstalled()).said).toContain('node_modules/a is not what package-lock.json says');
});

test('a package for another system may be missing', async () => {
  await ensureInstalled();
  const changed = { packages: { ...lock.packages, 'node_modules/b': { integrity: 'sha512-b', optional: true } } };
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(changed));
  expect((await ensureInstalled()).said).toBe('');
});

test('where npm fails, one line says that nothing was started', async () => {
  await writeFile(join(folder, 'bin/npm'), '#!/bin/sh\nexit 1\n');
  expect((await ensureInstalled()).said).toContain('npm ci failed');
});

test('where npm skips install scripts, one line says how to allow them', async () => {
  await writeFile(join(folder, 'bin/npm'), '#!/bin/sh\nmkdir -p node_modules\n');
  expect((await ensureInstalled()).said).toContain('npm ci --ignore-scripts=false');
});
