// Among the emulator tests because it takes the whole build; it needs no emulator.
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRelease } from '../../../local/deploy/make-release.ts';
import { projectRoot } from '../../../local/project-root.ts';
import { deployedFunctions } from './deployed-functions.ts';

type Node = {
  tryCreateDelegate(
    context: object,
  ): Promise<{ discoverBuild(config: object, env: object): Promise<{ endpoints: object }> }>;
};
type Validate = { packageJsonIsValid(name: string, source: string, project: string): void };

let root: string;
let release: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'release-'));
  const needed = ['firebase.json', 'firestore.rules', 'firestore.indexes.json', 'package.json', 'package-lock.json'];
  const built = ['build/functions', 'build/functions.yaml', 'build/web'];
  for (const path of [...needed, ...built]) await cp(join(projectRoot, path), join(root, path), { recursive: true });
  await makeRelease(root, 'release');
  release = join(root, 'build/releases/release');
}, 120_000);
afterAll(() => rm(root, { recursive: true, force: true }));

describe('a release', () => {
  it('is all that firebase-tools needs to find every function, without the packages', async () => {
    const require = createRequire(import.meta.url);
    const node: Node = require('firebase-tools/lib/deploy/functions/runtimes/node/index.js');
    const validate: Validate = require('firebase-tools/lib/deploy/functions/runtimes/node/validate.js');
    const sourceDir = join(release, 'functions');
    const context = { projectId: 'demo-release', projectDir: release, sourceDir, runtime: 'nodejs24' };
    const { endpoints } = await (await node.tryCreateDelegate(context)).discoverBuild({}, {});
    expect(Object.keys(endpoints).sort()).toEqual(Object.keys(deployedFunctions).sort());
    expect(() => validate.packageJsonIsValid('functions', sourceDir, release)).not.toThrow();
  });

  it('keeps the page, its addresses and its headers as they are, and builds nothing', async () => {
    const read = async (path: string) => JSON.parse(await readFile(path, 'utf8'));
    const [kept, project] = [
      await read(join(release, 'firebase.json')),
      await read(join(projectRoot, 'firebase.json')),
    ];
    expect(kept.hosting).toEqual({ ...project.hosting, public: 'web' });
    expect(kept.functions[0].predeploy).toBeUndefined();
    expect(await readFile(join(release, 'web/index.html'))).toEqual(
      await readFile(join(projectRoot, 'build/web/index.html')),
    );
  });
});
