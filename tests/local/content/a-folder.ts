// A content folder for tests, with one level of eight challenges.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type TestFolder = {
  path: string;
  write(file: string, content: string | Buffer): Promise<void>;
  remove(file: string): Promise<void>;
  /** The text of each file, by its name within the folder. */
  texts(): Promise<Record<string, string>>;
  close(): Promise<void>;
};

/** A challenge's file with these lines in place of its answer's. */
export const challengeText = (
  id: string,
  answer = 'answerKind: NUMBER\naccepted: ["4"] # by hand\nrejected: ["5"]',
  body = 'How **many**?\n',
): string => `---\nid: ${id}\n# An old one.\norder: 1\ntitle: Coins\n${answer}\n---\n${body}`;

export const levelText = (id: string, order = 1): string =>
  `---\nid: ${id}\norder: ${order}\nname: Curious\npassesToAdvance: 3\n---\nEveryday\npuzzles.\n`;

/** The level `curious` with the challenges `one` to `eight`, and nothing to mend. */
export async function aFolder(): Promise<TestFolder> {
  const path = await mkdtemp(join(tmpdir(), 'content-'));
  const folder: TestFolder = {
    path,
    async write(file, content) {
      await mkdir(dirname(join(path, file)), { recursive: true });
      await writeFile(join(path, file), content);
    },
    remove: (file) => rm(join(path, file)),
    async texts() {
      const names = (await readdir(path, { recursive: true })).filter((name) => name.includes('.')).sort();
      const texts = await Promise.all(names.map((name) => readFile(join(path, name), 'utf8')));
      return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
    },
    close: () => rm(path, { recursive: true }),
  };
  await folder.write('levels/curious.md', levelText('curious'));
  for (const id of ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'])
    await folder.write(`challenges/curious/${id}.md`, challengeText(id));
  return folder;
}
