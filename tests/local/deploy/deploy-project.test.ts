import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDeployLog } from '../../../local/deploy/deploy-log.ts';
import { deployProject } from '../../../local/deploy/deploy-project.ts';
import { LocalError } from '../../../local/local-error.ts';
import { anOutside, aRun, dotenv, project, projectId, type RecordingOutside } from './an-outside.ts';

const release = '2026-11-22T09-15-00Z-b9f9a1b';

let outside: RecordingOutside;
beforeEach(async () => {
  outside = await anOutside();
});
afterEach(() => outside.remove());

const deploy = (dryRun = false) => deployProject(outside, { project, dryRun });
const refusal = () =>
  deploy().then(
    () => 'deployed',
    (error: unknown) => (error instanceof LocalError ? error.message : error),
  );
const deployed = () =>
  outside.asked.filter((line) => line.startsWith('firebase deploy')).map((line) => line.split(' ')[3]);

describe('deployProject', () => {
  it('brings indexes, waits for them, then rules, functions and page, and then looks at what answers', async () => {
    outside.addresses['/indexes?'] = [
      () => Response.json({ indexes: [{ state: 'CREATING' }, { state: 'READY' }] }),
      () => Response.json({ indexes: [{ state: 'READY' }] }),
    ];
    await deploy();
    expect(deployed()).toEqual(['firestore:indexes', 'firestore:rules', 'functions', 'hosting']);
    const order = ['--only firestore:indexes', '/indexes?', '--only firestore:rules', '--only hosting', '/graphql'];
    const places = order.map((part) => outside.asked.findLastIndex((line) => line.includes(part)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(outside.asked.filter((line) => line.includes('/indexes?'))).toHaveLength(2);
    expect(outside.printed.at(-1)).toContain(`${release} stands at https://challenge.example.com`);
  });

  it('says what of the parameters may be meant, and goes on', async () => {
    await outside.write(`.env.${projectId}`, dotenv({ EXPLORER: 'true' }));
    await deploy();
    expect(outside.printed[0]).toMatch(/^Think about \.env\.my-shop-1234: EXPLORER true shows the whole schema/);
    expect(deployed()).toHaveLength(4);
  });

  it('forces nothing but the functions, and asks no question', async () => {
    await deploy();
    const commands = outside.asked.filter((line) => line.startsWith('firebase deploy'));
    expect(commands.filter((line) => line.includes('--force')).map((line) => line.split(' ')[3])).toEqual([
      'functions',
    ]);
    expect(
      commands.every((line) => line.includes('--non-interactive') && line.includes(`--project ${projectId}`)),
    ).toBe(true);
  });

  it('keeps what it uploaded, to be deployed again as it is, without parameters', async () => {
    await deploy();
    const folder = join(outside.root, 'build/releases', release);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual([
      'firebase.json',
      'firestore.indexes.json',
      'firestore.rules',
      'functions',
      'functions/build',
      'functions/build/functions',
      'functions/build/functions/index.js',
      'functions/functions.yaml',
      'functions/package-lock.json',
      'functions/package.json',
      'web',
      'web/index.html',
    ]);
    expect(await readFile(join(folder, 'firebase.json'), 'utf8')).not.toContain('predeploy');
    expect(await readDeployLog(outside, projectId)).toEqual([
      { release, at: '2026-11-22T09:15:00.000Z', complete: true },
    ]);
  });

  it('only looks, with a dry run', async () => {
    await deploy(true);
    expect(deployed()).toEqual([]);
    expect(outside.printed).toEqual([expect.stringContaining(`${release} would go to ${projectId}`)]);
    expect(await readdir(join(outside.root, 'build'))).not.toContain('releases');
  });

  it('takes a project without a database for one without a run', async () => {
    outside.addresses[':runQuery'] = [() => new Response('', { status: 404 })];
    expect(await refusal()).toBe('deployed');
  });

  it('stops after the indexes where a run began while they were built', async () => {
    outside.addresses[':runQuery'] = [() => Response.json([{}]), () => aRun('syncing')];
    expect(await refusal()).toContain(
      'is syncing: let it end, or cancel it, and deploy then. Only the indexes are in place.',
    );
    expect(deployed()).toEqual(['firestore:indexes']);
  });

  it('stops at the part that fails, and says what is in place', async () => {
    outside.programs['firebase deploy --only functions'] = { code: 1, output: 'Error: quota exceeded\n' };
    expect(await refusal()).toBe('The functions did not go in place: Error: quota exceeded — Already in place: rules.');
    expect(deployed()).not.toContain('hosting');
    expect(await readDeployLog(outside, projectId)).toMatchObject([{ complete: false }]);
  });

  it('stops where an index is broken', async () => {
    outside.addresses['/fields?'] = [
      () => Response.json({ fields: [{ indexConfig: { indexes: [{ state: 'NEEDS_REPAIR' }] } }] }),
    ];
    expect(await refusal()).toContain('Firestore could not build an index');
    expect(deployed()).toEqual(['firestore:indexes']);
  });

  it.each<[string, string, () => Response, string]>([
    ['the API does not answer', '/graphql', () => new Response('', { status: 500 }), 'the API gives its levels'],
    [
      'introspection is open',
      '/graphql',
      () => Response.json({ data: { levels: [], __schema: {} } }),
      'the API refuses introspection',
    ],
    ['the API is not well', '/health', () => new Response('', { status: 503 }), 'the API says that it is well'],
    ['the page has no policy', 'example.com/', () => new Response(''), 'the page comes with its security policy'],
  ])('says so where %s afterwards, and how to go back', async (_why, address, answer, line) => {
    outside.addresses[address] = [answer];
    const message = await refusal();
    expect(message).toContain(line);
    expect(message).toContain(`npm run rollback -- --project ${projectId}`);
    expect(await readDeployLog(outside, projectId)).toMatchObject([{ complete: false }]);
  });
});
