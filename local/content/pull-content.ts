// Writes back into the content folder what was edited in a project.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Firestore } from 'firebase-admin/firestore';
import { examineContent } from '../../functions/challenges/examine-content.ts';
import { LocalError } from '../local-error.ts';
import { checkFolder } from './check-folder.ts';
import { contentItems } from './content-items.ts';
import { contentText } from './content-text.ts';
import { describeChange } from './describe-change.ts';
import { editContent } from './edit-content.ts';
import { faultLines } from './fault-lines.ts';
import { locatedFile } from './located-file.ts';
import { type FileChange, planPull } from './plan-pull.ts';
import { projectContent } from './project-content.ts';
import { readFolder } from './read-folder.ts';

export type PullOptions = {
  folder: string;
  db: Firestore;
  /** Shows what it would do, and does nothing. */
  dryRun: boolean;
  /** Also undoes what was edited in the folder since the last push. */
  force: boolean;
  print: (line: string) => void;
};

/**
 * Gives how many files changed, or would. Throws a LocalError, before anything is written, where the folder is at fault or
 * the pull would undo what was edited in it; after, where what was pulled is wrong beside what is in the files.
 */
export async function pullContent({ folder, db, dryRun, force, print }: PullOptions): Promise<number> {
  const { content, faults } = checkFolder(await readFolder(folder));
  if (faults.length > 0)
    throw new LocalError([...faultLines(folder, faults), 'Nothing was pulled: mend these first.'].join('\n'));
  const project = projectContent(db);
  const { changes, conflicts, notes } = planPull(contentItems(content), await project.read(), { force });
  for (const line of [...changes.flatMap(changeLines), ...notes.map((note) => `note      ${note}`)]) print(line);
  if (conflicts.length > 0) throw new LocalError(conflictText(conflicts.map(({ path }) => path)));
  const texts = await Promise.all(changes.map((change) => textOf(folder, change)));
  const unsaid = changes.filter((change, index) => !says(texts[index] ?? null, change));
  if (unsaid.length > 0) throw new LocalError(unsaidText(unsaid.map(({ item }) => item.path)));
  if (dryRun) return changes.length;

  for (const [index, change] of changes.entries()) await write(folder, change, texts[index] ?? null);
  const now = checkFolder(await readFolder(folder));
  await project.agreeOn(contentItems(now.content));
  // What is right by itself may be wrong beside a file, such as a rejected sample that passes by the new key.
  if (now.faults.length > 0)
    throw new LocalError([...faultLines(folder, now.faults), `${changes.length} pulled: now mend these.`].join('\n'));
  return changes.length;
}

/** Null where the file is to be removed. */
async function textOf(folder: string, change: FileChange): Promise<string | null> {
  if (change.does === 'remove') return null;
  const { item, before } = change;
  if (before === null) return contentText(item);
  return editContent(await readFile(join(folder, before.path), 'utf8'), before, item);
}

/** Whether the file would be read as what it was written for. */
function says(text: string | null, { item }: FileChange): boolean {
  if (text === null) return true;
  const { file } = locatedFile(item.path, text);
  const { content } = examineContent(file === null ? [] : [file]);
  return [...contentItems(content).values()].some(({ hash }) => hash === item.hash);
}

async function write(folder: string, change: FileChange, text: string | null): Promise<void> {
  const path = join(folder, change.item.path);
  if (change.does === 'remove' || text === null) return rm(path);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  if (change.before !== null && change.before.path !== change.item.path) await rm(join(folder, change.before.path));
}

function changeLines(change: FileChange): string[] {
  if (change.does === 'remove') return [`removed   ${change.item.path}: it was archived in the project`];
  if (change.before === null) return [`new       ${change.item.path}`];
  return describeChange(change.before, change.item);
}

function unsaidText(paths: string[]): string {
  return [
    ...paths.map((path) => `edited    ${path}: its keys are written in a way that cannot be edited here`),
    'Nothing was pulled: write each key on a line of its own, as key: value, and pull again.',
  ].join('\n');
}

function conflictText(paths: string[]): string {
  return [
    ...paths.map((path) => `edited    ${path}: both here and in the project since the last push`),
    'Nothing was pulled: a pull would undo what was edited here. Take the project’s with --force, or push yours with --force.',
  ].join('\n');
}
