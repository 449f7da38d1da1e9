import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDeployLog } from '../../../local/deploy/deploy-log.ts';
import { deployProject } from '../../../local/deploy/deploy-project.ts';
import { LocalError } from '../../../local/local-error.ts';
import { anOutside, aRun, commit, dotenv, project, projectId, type RecordingOutside } from './an-outside.ts';

let outside: RecordingOutside;
beforeEach(async () => {
  outside = await anOutside();
});
afterEach(() => outside.remove());

const refusal = () =>
  deployProject(outside, { project, dryRun: false }).then(
    () => 'deployed',
    (error: unknown) => (error instanceof LocalError ? error.message : error),
  );
const deployed = () => outside.asked.filter((line) => line.startsWith('firebase deploy'));

describe('before a deploy', () => {
  it.each<[string, (on: RecordingOutside) => unknown, string]>([
    [
      'a file is not as committed',
      (on) => {
        on.programs['git status'] = { code: 0, output: ' M functions/week.ts\n?? new.ts\n' };
      },
      '2 files are not as committed, the first functions/week.ts',
    ],
    [
      'the tests ran on another commit',
      (on) => on.write('build/reports/commit', 'aaaaaaa'),
      `The tests of commit ${commit.slice(0, 7)} have not passed here`,
    ],
    ['the tests left no word', (on) => on.write('build/reports/commit', ''), 'have not passed here'],
    [
      'the content has a mistake',
      async (on) => {
        await on.write('local/content.ts', '');
        on.programs['node local/content.ts check'] = { code: 1, output: 'content/a.md:3 unknown key' };
      },
      'The content has mistakes',
    ],
    [
      'the project is not as npm run check wants it',
      (on) => {
        on.programs['node local/check.ts'] = { code: 1, output: 'passed  types (1.0 s)\nFAILED  dead code (2.0 s)\n' };
      },
      'npm run check fails: dead code',
    ],
    [
      'a run is sending',
      (on) => {
        on.addresses[':runQuery'] = [() => aRun('sending')];
      },
      'The run of 2026-W48 is sending',
    ],
    [
      'a run is paused',
      (on) => {
        on.addresses[':runQuery'] = [() => aRun('paused')];
      },
      'The run of 2026-W48 is paused',
    ],
    [
      'nobody is signed in',
      (on) => {
        on.token = () => Promise.reject(new Error('no credentials'));
      },
      'gcloud auth application-default login',
    ],
    [
      'the account may not read',
      (on) => {
        on.addresses[':runQuery'] = [() => new Response('', { status: 403 })];
      },
      'refuses to answer (HTTP 403)',
    ],
    [
      'a secret is missing',
      (on) => {
        on.programs['firebase functions:secrets:get LINK_KEYS'] = { code: 1, output: '' };
      },
      'The secret LINK_KEYS cannot be found: npx firebase functions:secrets:set LINK_KEYS',
    ],
    [
      'a parameter is missing',
      (on) => on.write(`.env.${projectId}`, dotenv({ POSTAL_ADDRESS: '' })),
      'POSTAL_ADDRESS is not given; it must be the postal address',
    ],
    [
      'it does not build',
      (on) => {
        on.programs['node local/build.ts'] = { code: 1, output: 'Error: functions/a.ts' };
      },
      'It does not build: Error: functions/a.ts',
    ],
    ['a stray file would be uploaded', (on) => on.write('notes.txt', 'mine'), 'notes.txt would be uploaded'],
  ])('refuses where %s, with nothing done', async (_why, breakIt, line) => {
    await breakIt(outside);
    const message = await refusal();
    expect(message).toContain(line);
    expect(String(message).split('\n')).toHaveLength(1);
    expect(deployed()).toEqual([]);
    expect(await readDeployLog(outside, projectId)).toEqual([]);
  });

  it('names all that speaks against it at once, a line each', async () => {
    outside.programs['git status'] = { code: 0, output: ' M a.ts\n' };
    outside.addresses[':runQuery'] = [() => aRun('planning')];
    await outside.write(`.env.${projectId}`, dotenv({ SHOP_TIME_ZONE: 'Mars/Olympus' }));
    expect(String(await refusal()).split('\n')).toEqual([
      expect.stringContaining('There is no time zone "Mars/Olympus": SHOP_TIME_ZONE must be an IANA time zone'),
      expect.stringContaining('not as committed'),
      expect.stringContaining('is planning'),
    ]);
  });
});
