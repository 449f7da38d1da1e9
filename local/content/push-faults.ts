// Rule: why a push would be refused although the folder is right by itself.
import { contentClashes } from '../../functions/challenges/content-clashes.ts';
import type { Content } from '../../functions/challenges/examine-content.ts';
import { levelSchema } from '../../functions/challenges/level.ts';
import { questionnaireSchema } from '../../functions/challenges/questionnaire.ts';
import { questionnaireFaults } from '../../functions/challenges/questionnaire-faults.ts';
import type { ContentFault } from '../../functions/challenges/refuse-faults.ts';
import type { Change } from './plan-push.ts';
import type { ProjectItem } from './project-content.ts';
import { weekFaults } from './week-faults.ts';

/**
 * By the project as it would be afterwards. `refused`: the folder's levels and questionnaire do not go with the project's,
 * or a level would be left without a challenge. `few`: levels that would have too few weeks.
 */
export function pushFaults(
  content: Content,
  project: ReadonlyMap<string, ProjectItem>,
  changes: readonly Change[],
): { refused: ContentFault[]; few: ContentFault[] } {
  const items = [...project.values()];
  const levels = items.filter(({ kind }) => kind === 'level').map(({ source }) => levelSchema.parse(source));
  const newest = project.get('questionnaire');
  const levelPaths = [...levels, ...content.levels].map(({ id }) => `levels/${id}.md`);
  const given = givenPaths(items);
  const before = weekFaults([...levelPaths, ...given]);
  const after = weekFaults([...levelPaths, ...pathsAfter(given, changes)]);
  // A level that has been empty in the project, and that the folder knows nothing of, is not this push's doing.
  const isOurs = ({ path }: ContentFault) =>
    content.levels.some(({ id }) => path === `levels/${id}.md`) || !before.empty.some((fault) => fault.path === path);
  return {
    refused: [
      ...contentClashes(content, levels),
      ...questionnaireFaults(
        content.questionnaires,
        newest === undefined ? null : questionnaireSchema.parse(newest.source),
      ),
      ...after.empty.filter(isOurs).map(afterPush),
    ],
    few: after.few.map(afterPush),
  };
}

/** Where the files of the challenges are, or would be, that learners get. */
function givenPaths(items: ProjectItem[]): string[] {
  return items.filter(({ kind, state }) => kind === 'challenge' && state === 'given').map(({ path }) => path);
}

function pathsAfter(given: string[], changes: readonly Change[]): string[] {
  const paths = new Set(given);
  for (const change of changes) {
    // What is archived stays so, whatever its words become.
    if (change.does === 'change' && change.before.state === 'archived') continue;
    if (change.does === 'change') paths.delete(change.before.path);
    if (change.does === 'archive') paths.delete(change.item.path);
    else paths.add(change.item.path);
  }
  return [...paths];
}

function afterPush({ path, field, message }: ContentFault): ContentFault {
  return { path, field, message: `after this push, ${message}` };
}
