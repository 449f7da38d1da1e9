import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logDeploy, previousRelease, readDeployLog } from '../../../local/deploy/deploy-log.ts';
import { anOutside, projectId, type RecordingOutside } from './an-outside.ts';

/** `A` stood, `B?` was broken off. */
const log = (story: string) =>
  story
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ release: word.replace('?', ''), at: '2026-11-22T09:15:00Z', complete: !word.endsWith('?') }));

describe('previousRelease', () => {
  it.each<[string, string | undefined, string]>([
    ['', undefined, 'nothing was deployed'],
    ['A', undefined, 'there was only one'],
    ['A?', undefined, 'the first was broken off'],
    ['A B', 'A', 'two stood'],
    ['A B?', 'A', 'the second was broken off'],
    ['A B C B', 'A', 'one went back already'],
    ['A B A C', 'A', 'one went back before: never to what was gone back from'],
    ['A B A?', 'A', 'the way back was broken off'],
    ['A B C A', undefined, 'one went back to the first'],
  ])('of %o is %o: %s', (story, previous) => {
    expect(previousRelease(log(story))).toBe(previous);
  });
});

describe('the log of a project', () => {
  let outside: RecordingOutside;
  beforeEach(async () => {
    outside = await anOutside();
  });
  afterEach(() => outside.remove());

  const releases = () => join(outside.root, 'build/releases');
  const release = { release: 'A', at: new Date('2026-11-22T09:15:00Z') };

  it.each(['[{"release":"A","at":', '', '{"release":"A"}'])(
    'that holds %o is passed over with one line, and the next deploy begins it anew',
    async (text) => {
      await outside.write(`build/releases/${projectId}.json`, text);
      expect(await readDeployLog(outside, projectId)).toEqual([]);
      expect(outside.printed).toEqual([
        expect.stringMatching(/^build\/releases\/my-shop-1234\.json is damaged .*--to/),
      ]);
      await (await logDeploy(outside, projectId, release)).complete();
      outside.printed.length = 0;
      expect(await readDeployLog(outside, projectId)).toEqual([
        expect.objectContaining({ release: 'A', complete: true }),
      ]);
      expect(outside.printed).toEqual([]);
    },
  );

  it('is put in the place of the one before only when it is whole', async () => {
    await logDeploy(outside, projectId, release);
    const before = await readFile(join(releases(), `${projectId}.json`), 'utf8');
    // Where the new one cannot be written, what is there stays.
    await outside.write(`build/releases/${projectId}.json.new/in-the-way`, '');
    await expect(logDeploy(outside, projectId, { ...release, release: 'B' })).rejects.toThrow('EISDIR');
    expect(await readFile(join(releases(), `${projectId}.json`), 'utf8')).toBe(before);
  });

  it('leaves no other file behind', async () => {
    await (await logDeploy(outside, projectId, release)).complete();
    expect(await readdir(releases())).toEqual([`${projectId}.json`]);
  });
});
