// Among the emulator tests because it installs packages, which takes half a minute; it needs no emulator.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packFunctions } from '../../../local/deploy/pack-functions.ts';
import { projectRoot } from '../../../local/project-root.ts';
import { localParams } from '../../../local/stack/local-params.ts';
import { fixedPorts } from '../../../local/stack/ports.ts';
import { deployedFunctions } from './deployed-functions.ts';
import { discoverFunctions } from './discover-functions.ts';
import { startPath } from './start-path.ts';

const run = promisify(execFile);

const remedy =
  'See what functions/ newly imports, and import it where it is used (await import); or raise the figure here, and the README’s table of weights with it.';

/** Measured on 2026-11-22, in bytes. A size above its bound fails with the remedy. */
const measured = {
  /** Without GraphiQL's page. */
  upload: { is: 6_421_000, atMost: 7_000_000 },
  /** GraphiQL's page, loaded only where EXPLORER is on. */
  explorer: { is: 9_065_000, atMost: 9_500_000 },
  /** The chunks that every cold start reads. */
  startPath: { is: 2_757_000, atMost: 3_000_000 },
  /** Files of packages outside the bundle that every cold start reads: Google's, and what they bring. */
  startModules: { is: 331, atMost: 370 },
};

/** Packages in the chunks that every cold start reads. A new one costs each of them what it takes to load. */
const startPackages = [
  '@envelop/core',
  '@envelop/instrumentation',
  '@fastify/busboy',
  '@graphql-tools/executor',
  '@graphql-tools/utils',
  '@graphql-yoga/logger',
  '@pothos/core',
  '@pothos/plugin-complexity',
  '@pothos/plugin-scope-auth',
  '@whatwg-node/disposablestack',
  '@whatwg-node/fetch',
  '@whatwg-node/node-fetch',
  '@whatwg-node/promise-helpers',
  '@whatwg-node/server',
  'cross-inspect',
  'dataloader',
  'graphql',
  'graphql-yoga',
  'lru-cache',
  'luxon',
  'nodemailer',
  'tslib',
  'urlpattern-polyfill',
  'zod',
];

let folder: string;
let uploaded: { path: string; bytes: number }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upload-'));
  await packFunctions(projectRoot, folder);
  uploaded = await filesOf(folder);
  const install = ['ci', '--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  await run('npm', install, { cwd: folder, shell: process.platform === 'win32' });
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what firebase deploy uploads', () => {
  it('is the bundle, its packages by name and version, and nothing else', () => {
    const besides = uploaded.map(({ path }) => path).filter((path) => !/^build\/functions\/[\w-]+\.js$/.test(path));
    expect(besides).toEqual(['package-lock.json', 'package.json']);
    expect(uploaded.map(({ path }) => path)).toContain('build/functions/index.js');
  });

  it('is no bigger than was decided', () => {
    const explorer = uploaded.filter(({ bytes }) => bytes > 5_000_000);
    const others = uploaded.filter((file) => !explorer.includes(file));
    expect(explorer).toHaveLength(1);
    expect(bytesOf(explorer), remedy).toBeLessThan(measured.explorer.atMost);
    expect(bytesOf(others), remedy).toBeLessThan(measured.upload.atMost);
  });

  it('runs with the production packages alone', async () => {
    const installed = await readdir(join(folder, 'node_modules'));
    expect(installed).toContain('firebase-functions');
    // What develops it would hide a package that is named in the wrong list.
    expect(installed.filter((name) => ['node', 'esbuild', 'vitest', 'firebase-tools'].includes(name))).toEqual([]);
  });

  it('holds every function as it was decided, each with the secrets that it needs and no other', async () => {
    const { functions } = await discoverFunctions(folder);
    expect(functions).toEqual(deployedFunctions);
  }, 120_000);

  it('asks for every declared parameter, and for every secret as a secret', async () => {
    const { parameters } = await discoverFunctions(folder);
    const { params, secrets } = localParams(fixedPorts, {});
    expect(Object.keys(parameters).sort()).toEqual([...Object.keys(params), ...Object.keys(secrets)].sort());
    expect(Object.keys(secrets).map((name) => parameters[name])).toEqual(Object.keys(secrets).map(() => 'secret'));
  }, 120_000);

  it('loads, at a cold start, only the chunks and packages that were decided', async () => {
    const loaded = await startPath(folder);
    const chunks = loaded.filter((path) => path.startsWith('build/functions/'));
    const packages = await Promise.all(chunks.map(packagesOf));
    expect([...new Set(packages.flat())].sort(), remedy).toEqual(startPackages);
    const sizes = await Promise.all(chunks.map(async (path) => (await stat(join(folder, path))).size));
    expect(
      sizes.reduce((sum, bytes) => sum + bytes, 0),
      remedy,
    ).toBeLessThan(measured.startPath.atMost);
    expect(loaded.length - chunks.length, remedy).toBeLessThan(measured.startModules.atMost);
  }, 120_000);
});

async function filesOf(root: string): Promise<{ path: string; bytes: number }[]> {
  const entries = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map(async (path) => ({ path: posix(relative(root, path)), bytes: (await stat(path)).size }));
  return (await Promise.all(files)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

const posix = (path: string) => path.split(sep).join('/');
const bytesOf = (files: { bytes: number }[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** The packages in a chunk, by its source map, which stays here. */
async function packagesOf(chunk: string): Promise<string[]> {
  const { sources } = JSON.parse(await readFile(join(projectRoot, `${chunk}.map`), 'utf8')) as { sources: string[] };
  return sources.flatMap((source) => source.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1] ?? []);
}
