import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentWeeks } from '../../../local/doctor/content-weeks.ts';
import { folderWeeks } from '../../../local/doctor/folder-weeks.ts';
import { projectWeeks } from '../../../local/doctor/project-weeks.ts';
import { googlePatient } from './google-patient.ts';
import { lookAt } from './look-at.ts';

function linesFor(weeks: Record<string, number>) {
  const weeksByLevel = async () => new Map(Object.entries(weeks));
  return lookAt(() => contentWeeks({ project: 'my-shop', weeksByLevel }));
}

test('eight weeks for each level are ok', async () => {
  expect(await linesFor({ low: 8, high: 12 })).toEqual([expect.stringMatching(/^ok .*2 levels .* 8 weeks or more$/)]);
});

test('fewer than eight weeks are a warning, and fewer than three to be fixed, by level', async () => {
  expect(await linesFor({ low: 7, middle: 3, high: 2, top: 0, plenty: 30 })).toEqual([
    expect.stringMatching(/^warning .*level low .* 7 weeks → .*npm run content -- push --project my-shop$/),
    expect.stringMatching(/^warning .*level middle .* 3 weeks/),
    expect.stringMatching(/^fix this .*level high .* 2 weeks/),
    expect.stringMatching(/^fix this .*level top .* 0 weeks/),
  ]);
});

test('no level at all is to be fixed', async () => {
  expect(await linesFor({})).toEqual([expect.stringMatching(/^fix this .*no level/)]);
});

test('of a project only what is published and not archived counts, on all pages', async () => {
  const documents = 'firestore.googleapis.com/v1/projects/my-shop/databases/(default)/documents';
  const name = (path: string) => `projects/my-shop/databases/(default)/documents/${path}`;
  const challenge = (id: string, fields: object) => ({
    name: name(`challenges/${id}`),
    fields: { levelId: { stringValue: 'low' }, ...fields },
  });
  const published = { publishedAt: { timestampValue: '2026-11-01T00:00:00Z' }, archivedAt: { nullValue: null } };
  const { google } = await googlePatient({
    [`${documents}/levels`]: { documents: [{ name: name('levels/low') }, { name: name('levels/high') }] },
    [`${documents}/challenges`]: {
      documents: [challenge('a', published), challenge('b', { publishedAt: { nullValue: null } })],
      nextPageToken: 'two',
    },
    [`${documents}/challenges?pageToken=two`]: {
      documents: [
        challenge('c', { ...published, archivedAt: { timestampValue: '2026-11-02T00:00:00Z' } }),
        challenge('d', published),
      ],
    },
  });
  expect(await projectWeeks(google, 'my-shop')).toEqual(
    new Map([
      ['low', 2],
      ['high', 0],
    ]),
  );
});

test('a content folder that is not right is a warning that names the content check', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'content-'));
  try {
    await mkdir(join(folder, 'levels'));
    await writeFile(join(folder, 'levels/low.md'), '---\nid: low\n---\nThe first.\n');
    expect(await lookAt(() => contentWeeks({ project: undefined, weeksByLevel: () => folderWeeks(folder) }))).toEqual([
      expect.stringMatching(/^warning .*not right → Run npm run content -- check$/),
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
