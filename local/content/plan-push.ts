// Rule: what a push would do to a project, and where it would lose what an editor did there.
import type { ContentItem } from './content-items.ts';
import type { ProjectContent, ProjectItem } from './project-content.ts';

export type Change =
  | { does: 'add'; item: ContentItem }
  | { does: 'change'; item: ContentItem; before: ProjectItem }
  | { does: 'publish'; item: ContentItem }
  | { does: 'archive'; item: ContentItem };

export type PushPlan = {
  changes: Change[];
  /** Things that were edited in the project since the last push, which the push would undo. */
  conflicts: ContentItem[];
  /** What is worth knowing, and changes nothing. */
  notes: string[];
};

/** `force`: what was edited in the project gives way, so there are no conflicts. */
export function planPush(
  folder: ReadonlyMap<string, ContentItem>,
  project: ProjectContent,
  { force }: { force: boolean },
): PushPlan {
  const plan: PushPlan = { changes: [], conflicts: [], notes: [] };
  const change = (key: string, theirs: ProjectItem | undefined, planned: Change) => {
    const mayLose = theirs !== undefined && project.agreed.get(key) !== theirs.hash && planned.does !== 'publish';
    if (mayLose && !force) plan.conflicts.push(planned.item);
    else plan.changes.push(planned);
  };
  for (const [key, ours] of folder) {
    const theirs = project.items.get(key);
    if (theirs?.state === 'archived')
      plan.notes.push(`${ours.path} is archived in the project, and is not given again`);
    if (theirs === undefined) change(key, theirs, { does: 'add', item: ours });
    else if (theirs.hash !== ours.hash) change(key, theirs, { does: 'change', item: ours, before: theirs });
    else if (theirs.state === 'draft') change(key, theirs, { does: 'publish', item: ours });
  }
  for (const [key, theirs] of project.items) {
    if (folder.has(key) || theirs.state === 'archived') continue;
    if (!project.agreed.has(key))
      plan.notes.push(
        `${theirs.path} was made in the project${theirs.state === 'draft' ? ', a draft' : ''}, and stays`,
      );
    else if (theirs.kind === 'challenge') change(key, theirs, { does: 'archive', item: theirs });
    else plan.notes.push(`${theirs.path} has no file any more, and stays: only challenges are archived`);
  }
  return plan;
}
