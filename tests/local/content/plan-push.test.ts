// What a push would do, decided from the folder, the project and what they last agreed upon.
import { describe, expect, it } from 'vitest';
import { type ContentItem, contentItems } from '../../../local/content/content-items.ts';
import { planPull } from '../../../local/content/plan-pull.ts';
import { planPush } from '../../../local/content/plan-push.ts';
import type { ProjectContent, ProjectItem } from '../../../local/content/project-content.ts';
import { aChallenge } from '../../kit/a-challenge.ts';
import { aLevel } from '../../kit/a-level.ts';

type State = ProjectItem['state'];
/** A folder with these challenges, by id and title. */
const folderOf = (titles: Record<string, string>): Map<string, ContentItem> => {
  const challenges = Object.entries(titles).map(([id, title]) => aChallenge({ id, title }));
  return contentItems({ levels: [aLevel()], challenges, questionnaires: [] });
};
/** A project with these challenges; `agreed` is what it had at the last push. */
const projectOf = (titles: Record<string, string>, agreed: Record<string, string>, state: State = 'given') => {
  const items = [...folderOf(titles)].map(([key, item]): [string, ProjectItem] => [
    key,
    { ...item, state: item.kind === 'level' ? 'given' : state },
  ]);
  const hashes = [...folderOf(agreed)].map(([key, { hash }]): [string, string] => [key, hash]);
  return { items: new Map(items), agreed: new Map(hashes) } satisfies ProjectContent;
};
const told = ({
  changes,
  conflicts,
  notes,
}: {
  changes: { does: string; item: ContentItem }[];
  conflicts: ContentItem[];
  notes: string[];
}) => ({
  changes: changes.map(({ does, item }) => `${does} ${item.id}`),
  conflicts: conflicts.map(({ id }) => id),
  notes: notes.length,
});
const push = (ours: Record<string, string>, project: ProjectContent, force = false) =>
  told(planPush(folderOf(ours), project, { force }));
const pull = (ours: Record<string, string>, project: ProjectContent, force = false) =>
  told(planPull(folderOf(ours), project, { force }));
const nothing = { changes: [], conflicts: [], notes: 0 };
const [old, mine, theirs] = [{ a: 'Old' }, { a: 'Mine' }, { a: 'Theirs' }];

describe('planPush', () => {
  it('does nothing where folder and project are the same, whatever was agreed upon', () => {
    expect(push(old, projectOf(old, old))).toEqual(nothing);
    expect(push(old, projectOf(old, theirs))).toEqual(nothing);
  });

  it('adds what the project lacks, and changes what only the folder changed', () => {
    expect(push({ ...mine, b: 'New' }, projectOf(old, old)).changes).toEqual(['change a', 'add b']);
  });

  it('refuses what the project changed, also where both did, unless forced', () => {
    for (const ours of [old, mine]) {
      expect(push(ours, projectOf(theirs, old))).toEqual({ ...nothing, conflicts: ['a'] });
      expect(push(ours, projectOf(theirs, old), true).changes).toEqual(['change a']);
    }
  });

  it('refuses what was made in the project under an id of the folder', () => {
    expect(push(mine, projectOf(theirs, {})).conflicts).toEqual(['a']);
  });

  it('archives what has no file any more, once, and not where it was edited since', () => {
    expect(push({}, projectOf(old, old)).changes).toEqual(['archive a']);
    expect(push({}, projectOf(old, old, 'archived'))).toEqual(nothing);
    expect(push({}, projectOf(theirs, old)).conflicts).toEqual(['a']);
    expect(push({}, projectOf(theirs, old), true).changes).toEqual(['archive a']);
  });

  it('leaves what was made in the project and never had a file, and says so', () => {
    for (const force of [false, true]) expect(push({}, projectOf(theirs, {}), force)).toEqual({ ...nothing, notes: 1 });
  });

  it('never archives a level, and says so', () => {
    const plan = planPush(new Map(), projectOf({}, {}), { force: true });
    expect(told(plan)).toEqual({ ...nothing, notes: 1 });
  });

  it('publishes a draft that is as its file', () => {
    expect(push(old, projectOf(old, {}, 'draft')).changes).toEqual(['publish a']);
  });

  it('says that what is archived stays so, and still brings its words', () => {
    expect(push(old, projectOf(old, old, 'archived'))).toEqual({ ...nothing, notes: 1 });
    expect(push(mine, projectOf(old, old, 'archived')).changes).toEqual(['change a']);
  });
});

describe('planPull', () => {
  it('does nothing where the project is as it was at the last push, whatever the folder has become', () => {
    expect(pull(old, projectOf(old, old))).toEqual(nothing);
    expect(pull(mine, projectOf(old, old))).toEqual(nothing);
    expect(pull({}, projectOf(old, old))).toEqual(nothing);
  });

  it('writes what only the project changed, and what was made there', () => {
    expect(pull(old, projectOf({ ...theirs, b: 'New' }, old)).changes).toEqual(['write a', 'write b']);
  });

  it('refuses what both changed, unless forced', () => {
    expect(pull(mine, projectOf(theirs, old))).toEqual({ ...nothing, conflicts: ['a'] });
    expect(pull(mine, projectOf(theirs, {})).conflicts).toEqual(['a']);
    expect(pull({}, projectOf(theirs, old)).conflicts).toEqual(['a']);
    expect(pull(mine, projectOf(theirs, old), true).changes).toEqual(['write a']);
  });

  it('removes the file of what was archived there, unless it was edited here', () => {
    expect(pull(old, projectOf(old, old, 'archived')).changes).toEqual(['remove a']);
    expect(pull(mine, projectOf(old, old, 'archived')).conflicts).toEqual(['a']);
    expect(pull(mine, projectOf(old, old, 'archived'), true).changes).toEqual(['remove a']);
  });

  it('leaves a draft where it is, and says so', () => {
    expect(pull({}, projectOf(theirs, {}, 'draft'))).toEqual({ ...nothing, notes: 1 });
  });
});
