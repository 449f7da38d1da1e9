// Rule: what a pull would do to the folder, and where it would lose what was not pushed yet.
import type { ContentItem } from './content-items.ts';
import type { ProjectContent } from './project-content.ts';

export type FileChange =
  | { does: 'write'; item: ContentItem; before: ContentItem | null }
  /** The challenge was archived in the project. */
  | { does: 'remove'; item: ContentItem };

export type PullPlan = {
  changes: FileChange[];
  /** Files that were edited since the last push, as the project's were, and that the pull would undo. */
  conflicts: ContentItem[];
  /** What is worth knowing, and changes nothing. */
  notes: string[];
};

/** `force`: the folder becomes as the project is, whatever was edited in it. */
export function planPull(
  folder: ReadonlyMap<string, ContentItem>,
  project: ProjectContent,
  { force }: { force: boolean },
): PullPlan {
  const plan: PullPlan = { changes: [], conflicts: [], notes: [] };
  for (const [key, theirs] of project.items) {
    const ours = folder.get(key);
    const agreed = project.agreed.get(key);
    const isGone = theirs.state === 'archived';
    if (isGone ? ours === undefined : ours?.hash === theirs.hash) continue;
    if (theirs.state === 'draft' && ours === undefined) {
      plan.notes.push(`${theirs.path} is a draft in the project: publish it there, and it can be pulled`);
      continue;
    }
    // Only the folder went on since they agreed: there is nothing to take over.
    if (!isGone && !force && agreed === theirs.hash) continue;
    const mayLose = ours === undefined ? agreed !== undefined : ours.hash !== agreed && ours.hash !== theirs.hash;
    if (mayLose && !force) plan.conflicts.push(theirs);
    else if (isGone && ours !== undefined) plan.changes.push({ does: 'remove', item: ours });
    else plan.changes.push({ does: 'write', item: theirs, before: ours ?? null });
  }
  return plan;
}
