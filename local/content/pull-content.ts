// Writes back into the content folder what was edited in a project.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Firestore } from 'firebase-admin/firestore';
import { LocalError } from '../local-error.ts';
import { checkFolder } from './check-folder.ts';
import { contentItems } from './content-items.ts';
import { contentText } from './content-text.ts';
import { describeChange } from './describe-change.ts';
import { editContent } from './edit-content.ts';
import { faultLines } from './fault-lines.ts';
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
 * the pull would undo what was edited in it.
 */
export async function pullContent({ folder, db, dryRun, force, print }: PullOptions): Promise<number> {
  const { content, faults } = checkFolder(await readFolder(folder));
  if (faults.length > 0)
    throw new LocalError([...faultLines(folder, faults), 'Nothing was pulled: mend these first.'].join('\n'));
  const project = projectContent(db);
  const { changes, conflicts, notes } = planPull(contentItems(content), await project.read(), { force });
  for (const line of [...changes.flatMap(changeLines), ...notes.map((note) => `note      ${note}`)]) print(line);
  if (conflicts.length > 0) throw new LocalError(conflictText(conflicts.map(({ path }) => path)));
  if (dryRun) return changes.length;

  for (const change of changes) await write(folder, change);
  const now = checkFolder(await readFolder(folder));
  await project.agreeOn(contentItems(now.content));
  // What is right by itself may be wrong beside a file, such as a rejected sample that passes by the new key.
  for (const line of faultLines(folder, now.faults)) print(line);
  return changes.length;
}

async function write(folder: string, change: FileChange): Promise<void> {
  const path = join(folder, change.item.path);
  if (change.does === 'remove') return rm(path);
  const before = change.before;
  const oldPath = before === null ? null : join(folder, before.path);
  const oldText = oldPath === null ? null : await readFile(oldPath, 'utf8');
  const text =
    before === null || oldText === null ? contentText(change.item) : editContent(oldText, before, change.item);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  if (oldPath !== null && oldPath !== path) await rm(oldPath);
}

function changeLines(change: FileChange): string[] {
  if (change.does === 'remove') return [`removed   ${change.item.path}: it was archived in the project`];
  if (change.before === null) return [`new       ${change.item.path}`];
  return describeChange(change.before, change.item);
}

function conflictText(paths: string[]): string {
  return [
    ...paths.map((path) => `edited    ${path}: both here and in the project since the last push`),
    'Nothing was pulled: a pull would undo what was edited here. Take the project’s with --force, or push yours with --force.',
  ].join('\n');
}
