// Brings the content folder into a project, through the use cases that serve editors.
import type { Firestore } from 'firebase-admin/firestore';
import { archiveChallenge } from '../../functions/challenges/archive-challenge.ts';
import { contentStore } from '../../functions/challenges/content-store.ts';
import { importContent } from '../../functions/challenges/import-content.ts';
import { publishChallenge } from '../../functions/challenges/publish-challenge.ts';
import type { Clock } from '../../functions/clock.ts';
import { LocalError } from '../local-error.ts';
import { checkFolder } from './check-folder.ts';
import { contentItems } from './content-items.ts';
import { describeChange } from './describe-change.ts';
import { faultLines } from './fault-lines.ts';
import { guardedStore } from './guarded-store.ts';
import { locatedFault } from './located-fault.ts';
import { type Change, planPush } from './plan-push.ts';
import { projectContent } from './project-content.ts';
import { pushFaults } from './push-faults.ts';
import { readFolder } from './read-folder.ts';

export type PushOptions = {
  folder: string;
  db: Firestore;
  clock: Clock;
  /** Shows what it would do, and does nothing. */
  dryRun: boolean;
  /** Also undoes what was edited in the project since the last push. */
  force: boolean;
  print: (line: string) => void;
};

/**
 * Gives how many things changed, or would. Throws a LocalError, before anything is written, where the folder is at fault,
 * by itself or beside what the project has, or the push would undo what was edited there; where that is edited while it is pushed, after part was written.
 */
export async function pushContent({ folder, db, clock, dryRun, force, print }: PushOptions): Promise<number> {
  const read = await readFolder(folder);
  const checked = checkFolder(read);
  if (checked.faults.length > 0) throw new LocalError(refusalText(faultLines(folder, checked.faults)));
  const ours = contentItems(checked.content);
  const project = projectContent(db);
  const theirs = await project.read();
  const { changes, conflicts, notes } = planPush(ours, theirs, { force });
  const { refused, few } = pushFaults(checked.content, theirs.items, changes);
  const shortages = few.map(({ path, message }) => `${path}: ${message}`);
  for (const line of [...changes.flatMap(changeLines), ...[...notes, ...shortages].map((note) => `note      ${note}`)])
    print(line);
  if (conflicts.length > 0) throw new LocalError(conflictText(conflicts.map(({ path }) => path)));
  if (refused.length > 0) {
    const located = refused.map((fault) =>
      locatedFault(
        fault,
        read.files.find(({ path }) => path === fault.path),
      ),
    );
    throw new LocalError(refusalText(faultLines(folder, located)));
  }
  if (dryRun) return changes.length;

  const store = contentStore(db);
  const content = force ? store : guardedStore(store, theirs.items, ours);
  const services = { clock, stores: async () => ({ content }) };
  const saved = new Set(changes.flatMap(({ does, item }) => (does === 'add' || does === 'change' ? [item.path] : [])));
  try {
    await importContent(
      services,
      read.files.filter(({ path }) => saved.has(path)),
    );
    for (const { does, item } of changes) {
      if (does === 'publish') await publishChallenge(services, item.id);
      if (does === 'archive') await archiveChallenge(services, item.id);
    }
  } finally {
    // Also after a failure: what was written is no edit of somebody else's.
    await project.agreeOn(ours);
  }
  return changes.length;
}

function changeLines(change: Change): string[] {
  switch (change.does) {
    case 'add':
      return [`new       ${change.item.path}`];
    case 'change':
      return describeChange(change.before, change.item);
    case 'publish':
      return [`published ${change.item.path}`];
    case 'archive':
      return [`archived  ${change.item.path}: it has no file any more`];
  }
}

function refusalText(lines: string[]): string {
  return [...lines, 'Nothing was pushed: mend these first.'].join('\n');
}

function conflictText(paths: string[]): string {
  return [
    ...paths.map((path) => `edited    ${path}: it is not as the last push left it`),
    'Nothing was pushed: a push would undo these edits. Take them over with npm run content -- pull, or undo them with --force.',
  ].join('\n');
}
