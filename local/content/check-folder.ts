// Rule: everything that is wrong with a content folder, each by file, line and field.
import { bodyFaults } from '../../functions/challenges/body-faults.ts';
import { contentClashes } from '../../functions/challenges/content-clashes.ts';
import { type Content, examineContent } from '../../functions/challenges/examine-content.ts';
import type { Level } from '../../functions/challenges/level.ts';
import type { ContentFault } from '../../functions/challenges/refuse-faults.ts';
import { findLinkFaults } from './find-link-faults.ts';
import { locatedFault } from './located-fault.ts';
import type { LineFault, LocatedFile } from './located-file.ts';
import type { ReadFolder } from './read-folder.ts';
import { sampleFaults } from './sample-faults.ts';
import { unexpectedFault } from './unexpected-fault.ts';
import { weekFaults } from './week-faults.ts';

/**
 * `faults` must be mended before anything is pushed. `shortages` are of a folder that is right and has too little in it:
 * they fail the check, and no push. Both by path and line.
 */
export type CheckedFolder = { content: Content; faults: LineFault[]; shortages: LineFault[] };

export function checkFolder(read: ReadFolder): CheckedFolder {
  const unexpected: LineFault[] = [];
  const { content, faults } = examine(read.files, unexpected);
  const files = new Map(read.files.map((file) => [file.path, file]));
  const located = (fault: ContentFault) => locatedFault(fault, files.get(fault.path));
  // A file that is at fault is no reason to say that its level, or a level's challenges, are not there.
  const unreadable = read.files.filter(({ path }) => faults.some((fault) => fault.path === path));
  const known = levelsOf([...unreadable, ...read.faults, ...unexpected].map(({ path }) => path));
  const weeks = weekFaults([...read.files, ...read.faults].map(({ path }) => path));
  const inChallenges = content.challenges.flatMap((challenge) => {
    const file = files.get(`challenges/${challenge.levelId}/${challenge.id}.md`);
    if (file === undefined) return [];
    return trying(file.path, unexpected, () => [...bodyFaults([challenge]), ...sampleFaults(challenge, file)]);
  });
  const inLinks = read.files
    .filter(({ path }) => path.startsWith('challenges/'))
    .flatMap((file) => trying(file.path, unexpected, () => linkFaults(file)));
  // An image within the file is what makes its body too long.
  const isImages = ({ path, field }: ContentFault) =>
    field[0] === 'bodyMarkdown' && inLinks.some((fault) => fault.path === path);
  const all = [
    ...read.faults,
    ...(hasLevel(read) ? [] : [noLevel]),
    ...[
      ...faults.filter((fault) => !isImages(fault)),
      ...contentClashes(content, known),
      ...inChallenges,
      ...weeks.empty,
    ].map(located),
    ...inLinks,
    ...unexpected,
  ];
  return { content, faults: sorted(all), shortages: sorted(weeks.few.map(located)) };
}

/** Each file by itself, so that one that nobody foresaw can be named. */
function examine(files: LocatedFile[], unexpected: LineFault[]): { content: Content; faults: ContentFault[] } {
  const each = files.flatMap((file) => trying(file.path, unexpected, () => [examineContent([file])]));
  return {
    content: {
      levels: each.flatMap(({ content }) => content.levels),
      challenges: each.flatMap(({ content }) => content.challenges),
      questionnaires: each.flatMap(({ content }) => content.questionnaires),
    },
    faults: each.flatMap(({ faults }) => faults),
  };
}

function trying<Found>(path: string, unexpected: LineFault[], look: () => Found[]): Found[] {
  try {
    return look();
  } catch (error) {
    if (!unexpected.some((fault) => fault.path === path)) unexpected.push(unexpectedFault(path, error));
    return [];
  }
}

/** A folder that is empty, or another one: pushed, it would archive every challenge there is. */
const noLevel: LineFault = {
  path: 'levels',
  line: 1,
  field: 'folder',
  message: 'has no level: name the folder that holds levels/ and challenges/ by --folder',
};

function hasLevel({ files, faults }: ReadFolder): boolean {
  return [...files, ...faults].some(({ path }) => path.startsWith('levels/'));
}

function linkFaults({ path, body, bodyLine }: LocatedFile): LineFault[] {
  return findLinkFaults(body).map(({ line, message }) => ({
    ...{ path, line: bodyLine + line, field: 'bodyMarkdown', message },
  }));
}

/** Levels whose own file is at fault: what names them is not. */
function levelsOf(paths: string[]): Level[] {
  return [...new Set(paths)].flatMap((path, index) => {
    const id = /^levels\/([^/]+)\.md$/.exec(path)?.[1];
    return id === undefined ? [] : [{ id, order: -1 - index, name: id, summary: '', passesToAdvance: 1 }];
  });
}

function sorted(faults: LineFault[]): LineFault[] {
  return faults.toSorted((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}
