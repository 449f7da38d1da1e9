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
    await write('challenges/curious/coins.md', '---\r\naccepted: ["4"]\r\n---\r\nBody\r\n');
    await write('notes.txt', 'not content');
    expect(await readContent(folder)).toEqual([
      { path: 'challenges/curious/coins.md', frontMatter: { accepted: ['4'] }, body: 'Body\r\n' },
      { path: 'levels/curious.md', frontMatter: { id: 'curious', order: 1 }, body: 'Body\n\n---\n\nafter a rule\n' },
    ]);
  });

  it('refuses a file without front matter, by name', async () => {
    await write('levels/keen.md', '# Keen\n');
    await expect(readContent(folder)).rejects.toThrow('levels/keen.md: must begin with front matter');
  });

  it('refuses front matter that is not YAML by file and line, without quoting it', async () => {
    await write('questionnaire.md', '---\nversion: "1"\naccepted: [secret\n---\n');
    await expect(readContent(folder)).rejects.toThrow(
      /^questionnaire\.md: line \d of the front matter is not YAML(?!.*secret)/s,
    );
  });
});
