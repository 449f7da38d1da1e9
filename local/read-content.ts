// Reads the content folder: Markdown files with YAML front matter.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import type { ContentFile } from '../functions/challenges/parse-content.ts';
import { AppError } from '../functions/errors.ts';

/** Every `.md` file below the folder, by path. Throws an AppError `BAD_USER_INPUT` that names a file without front matter. */
export async function readContent(folder: string): Promise<ContentFile[]> {
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter((name) => name.endsWith('.md')).map((name) => name.replaceAll('\\', '/'));
  return Promise.all(paths.sort().map(async (path) => takeApart(path, await readFile(join(folder, path), 'utf8'))));
}

function takeApart(path: string, text: string): ContentFile {
  const match = /^---\r?\n(.*?)^---\r?\n(.*)$/ms.exec(text);
  if (match === null)
    throw new AppError('BAD_USER_INPUT', `${path}: must begin with front matter between two lines ---`);
  try {
    return { path, frontMatter: parse(match[1] ?? ''), body: match[2] ?? '' };
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    // The front matter's first line is the file's second. The parser's own message would quote the line, answers and all.
    const line = (error.linePos?.[0].line ?? 0) + 1;
    throw new AppError('BAD_USER_INPUT', `${path}: line ${line} of the front matter is not YAML (${error.code})`);
  }
}
