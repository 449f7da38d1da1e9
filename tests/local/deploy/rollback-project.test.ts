import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDeployLog } from '../../../local/deploy/deploy-log.ts';
import { deployProject } from '../../../local/deploy/deploy-project.ts';
import { cannotUndo, rollbackProject } from '../../../local/deploy/rollback-project.ts';
import { LocalError } from '../../../local/local-error.ts';
import { anOutside, dotenv, project, projectId, type RecordingOutside } from './an-outside.ts';

const [versionA, versionB] = ['2026-11-22T09-15-00Z-b9f9a1b', '2026-11-22T10-15-00Z-b9f9a1b'];

let outside: RecordingOutside;
beforeEach(async () => {
  outside = await anOutside();
});
afterEach(() => outside.remove());

const deploy = () => deployProject(outside, { project, dryRun: false });
const rollback = (to?: string) => rollbackProject(outside, { project, to });
const refusal = (to?: string) =>
  rollback(to).then(
    () => 'rolled back',
    (error: unknown) => (error instanceof LocalError ? error.message : error),
  );
const deployed = () =>
  outside.asked.filter((line) => line.startsWith('firebase deploy')).map((line) => line.split(' ')[3]);

/** A, and an hour later B. */
async function twoVersions() {
  await deploy();
  await outside.wait(3600);
  await outside.write('build/functions/index.js', 'version B');
  await deploy();
  outside.asked.length = 0;
  outside.printed.length = 0;
}

describe('rollbackProject', () => {
  it('puts the page, then the functions, then the rules of the version before back, and never the indexes', async () => {
    await twoVersions();
    await rollback();
    expect(deployed()).toEqual(['hosting', 'functions', 'firestore:rules']);
    expect(outside.printed.at(-1)).toContain(`${versionA} stands again`);
    expect((await readDeployLog(outside, projectId)).at(-1)).toMatchObject({ release: versionA, complete: true });
  });

  it('builds nothing: what goes back is what was uploaded then, from its own folder', async () => {
    await twoVersions();
    const folders = new Set<string>();
    const { run } = outside;
    outside.run = (program, args, options) => {
      folders.add(options.folder);
      return run(program, args, options);
    };
    await rollback();
    expect([...folders]).toEqual([join(outside.root, 'build/releases', versionA ?? '')]);
    expect(outside.asked.filter((line) => /^(node|npm|git)/.test(line))).toEqual([]);
    const kept = (version = '') =>
      readFile(join(outside.root, 'build/releases', version, 'functions/build/functions/index.js'), 'utf8');
    expect([await kept(versionA), await kept(versionB)]).toEqual(['version A', 'version B']);
  });

  it('says what it cannot undo before it does anything', async () => {
    await twoVersions();
    await rollback();
    expect(outside.printed.slice(0, cannotUndo.length)).toEqual(cannotUndo);
    expect(cannotUndo.join('\n')).toMatch(/documents.*mails.*indexes.*parameters/s);
  });

  it('hands the functions the parameters of today, and leaves none behind', async () => {
    await twoVersions();
    await outside.write(`.env.${projectId}`, dotenv({ BRAND_NAME: 'New name' }));
    const env = join(outside.root, 'build/releases', versionA ?? '', `functions/.env.${projectId}`);
    const seen: string[] = [];
    const { run } = outside;
    outside.run = async (program, args, options) => {
      seen.push(await readFile(env, 'utf8'));
      return run(program, args, options);
    };
    await rollback();
    expect(seen[0]).toContain('BRAND_NAME="New name"');
    await expect(readFile(env)).rejects.toThrow('ENOENT');
  });

  it('goes to the release that is named', async () => {
    await twoVersions();
    await rollback();
    await rollback(versionB);
    expect((await readDeployLog(outside, projectId)).at(-1)).toMatchObject({ release: versionB });
  });

  it.each<[string, () => Promise<unknown>, string | undefined, string]>([
    ['nothing was deployed from here', async () => undefined, undefined, 'There is nothing to go back to'],
    ['only one version ever stood', () => deploy(), undefined, 'There is nothing to go back to'],
    [
      'the named release is not there',
      () => twoVersions(),
      '2025-01-01T00-00-00Z-aaaaaaa',
      'holds no release 2025-01-01',
    ],
    ['the name leads elsewhere', () => twoVersions(), '../reports', 'holds no release ../reports'],
    [
      'a parameter is missing',
      async () => {
        await twoVersions();
        await outside.write(`.env.${projectId}`, dotenv({ BRAND_NAME: '' }));
      },
      undefined,
      'BRAND_NAME is not given; it must be',
    ],
  ])('refuses where %s, in one line and with nothing done', async (_why, prepare, to, line) => {
    await prepare();
    outside.asked.length = 0;
    const log = await readDeployLog(outside, projectId);
    const message = await refusal(to);
    expect(message).toContain(line);
    expect(String(message).split('\n')).toHaveLength(1);
    expect(outside.asked).toEqual([]);
    expect(await readDeployLog(outside, projectId)).toEqual(log);
  });

  it('can be repeated where it was broken off', async () => {
    await twoVersions();
    outside.programs['firebase deploy --only functions'] = { code: 1, output: 'Error: unavailable' };
    expect(await refusal()).toContain('The functions did not go in place');
    delete outside.programs['firebase deploy --only functions'];
    await rollback();
    expect(outside.printed.at(-1)).toContain(`${versionA} stands again`);
  });
});
