// Reading Markdown files with front matter from a folder.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent } from '../../local/read-content.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

describe('readContent', () => {
  it('gives every Markdown file below the folder with its front matter and body, by path', async () => {
    await write('levels/curious.md', '---\nid: curious\norder: 1\n---\nBody\n\n---\n\nafter a rule\n');
    await write('challenges/curious/coins.md', '---\naccepted: ["4"]\n---\nBody\n');
    await write('.notes', 'hidden');
    expect(await readContent(folder)).toEqual([
      { path: 'challenges/curious/coins.md', frontMatter: { accepted: ['4'] }, body: 'Body\n' },
      { path: 'levels/curious.md', frontMatter: { id: 'curious', order: 1 }, body: 'Body\n\n---\n\nafter a rule\n' },
    ]);
  });

  it('refuses a file without front matter, by name', async () => {
    await write('levels/keen.md', '# Keen\n');
    await expect(readContent(folder)).rejects.toThrow('levels/keen.md:1: front matter: there is none');
  });

  it('refuses front matter that is not YAML by file and line, without quoting it', async () => {
    await write('questionnaire.md', '---\nversion: "1"\naccepted: [secret\n---\n');
    await expect(readContent(folder)).rejects.toThrow(/questionnaire\.md:\d: front matter: is not YAML(?!.*secret)/s);
  });

  it('refuses a folder that is not there, by name', async () => {
    await expect(readContent(join(folder, 'nowhere'))).rejects.toThrow(/There is no folder .*nowhere/);
  });
});
