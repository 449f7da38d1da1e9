// Reads the content folder: Markdown files with YAML front matter, and what in it can be no content.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { LocalError } from '../local-error.ts';
import { type LineFault, type LocatedFile, locatedFile } from './located-file.ts';
import { unexpectedFault } from './unexpected-fault.ts';

export type ReadFolder = { files: LocatedFile[]; faults: LineFault[] };

/** Every file below the folder, by path; hidden files are left alone. Throws a LocalError where there is no such folder. */
export async function readFolder(folder: string): Promise<ReadFolder> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new LocalError(`There is no folder ${folder}: name the one with levels/ and challenges/ by --folder.`);
  });
  const found = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      path: relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
      isFile: entry.isFile(),
    }))
    .filter(({ path }) => !path.split('/').some((name) => name.startsWith('.') || name.endsWith('~')));
  const read: ReadFolder = { files: [], faults: [] };
  for (const { path, isFile } of found.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const { file, faults } = await (isFile
      ? readEntry(folder, path)
      : only(path, 'is a link: put the file itself here'));
    if (file !== null) read.files.push(file);
    read.faults.push(...faults);
  }
  return read;
}

type Found = { file: LocatedFile | null; faults: LineFault[] };

async function readEntry(folder: string, path: string): Promise<Found> {
  try {
    return await (path.endsWith('.md') ? readOne(folder, path) : strayFile(folder, path));
  } catch (error) {
    return { file: null, faults: [unexpectedFault(path, error)] };
  }
}

async function readOne(folder: string, path: string): Promise<Found> {
  const { size } = await stat(join(folder, path));
  if (size > fileBytesMax) return only(path, `has ${inMegabytes(size)} MB, and 1 MB is the most: no mail holds that`);
  const bytes = await readFile(join(folder, path));
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes)) return only(path, 'is not UTF-8: save it as UTF-8');
  return locatedFile(path, text);
}

async function strayFile(folder: string, path: string): Promise<Found> {
  const { size } = await stat(join(folder, path));
  if (/\.(png|jpe?g|gif|webp|svg|avif|bmp|heic|tiff?)$/i.test(path))
    return only(
      path,
      `is an image (${inMegabytes(size)} MB), and mails show none: say it in words, and take the file out`,
    );
  return only(path, 'is not read: content files end in .md; take it out, or rename it');
}

function only(path: string, message: string): Found {
  return { file: null, faults: [{ path, line: 1, field: 'file', message }] };
}

function inMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

/** Ten times what any file with 20,000 characters of Markdown and a hundred answers can have. */
const fileBytesMax = 1_000_000;
