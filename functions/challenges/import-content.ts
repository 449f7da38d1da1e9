// Use case: brings content files into the store, and writes only what they change.
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../clock.ts';
import { bodyFaults } from './body-faults.ts';
import type { Challenge } from './challenge.ts';
import type { ChallengeSource } from './challenge-source.ts';
import { checkContent } from './check-content.ts';
import type { ContentFile } from './content-file.ts';
import type { ContentStore } from './content-store.ts';
import { freeOrder } from './free-order.ts';
import type { Level } from './level.ts';
import { parseContent } from './parse-content.ts';
import { publishChallenge } from './publish-challenge.ts';
import { questionnaireFaults } from './questionnaire-faults.ts';
import { refuseFaults } from './refuse-faults.ts';
import { saveChallenge } from './save-challenge.ts';
import { saveLevel } from './save-level.ts';
import { saveQuestionnaire } from './save-questionnaire.ts';
import { trimMarkdown } from './trim-markdown.ts';

/** How many of each were written, and how many things of any kind already were as the files say. */
export type ImportTally = { levels: number; challenges: number; questionnaires: number; unchanged: number };

/** The store reads afresh: by a catalogue of a minute ago a change would look like none. */
type ImportServices = {
  clock: Clock;
  stores(): Promise<{
    content: Pick<
      ContentStore,
      'everyLevel' | 'everyChallenge' | 'questionnaire' | 'changeLevel' | 'changeChallenge' | 'saveQuestionnaire'
    >;
  }>;
};

/**
 * Saves and publishes every challenge of the files, by the use cases that serve editors. A challenge that changed gets the
 * next revision and keeps the day it was first published; an archived one stays archived; what the files do not mention
 * stays. Throws an AppError `BAD_USER_INPUT` that names each file and field to mend, before anything is written.
 */
export async function importContent(services: ImportServices, files: ContentFile[]): Promise<ImportTally> {
  const content = parseContent(files);
  const store = (await services.stores()).content;
  const [levels, challenges, questionnaire] = await Promise.all([
    store.everyLevel(),
    store.everyChallenge(),
    store.questionnaire(),
  ]);
  checkContent(content, levels);
  refuseFaults([...bodyFaults(content.challenges), ...questionnaireFaults(content.questionnaires, questionnaire)]);

  const known = new Map(challenges.map((challenge) => [challenge.id, challenge]));
  const newChallenges = content.challenges.filter((source) => !isGivenAs(source, known.get(source.id)));
  const newQuestionnaires = content.questionnaires.filter((each) => !isDeepStrictEqual(each, questionnaire));
  const newLevels = await saveLevels(services, content.levels, levels);
  await inGroups(newChallenges, async (source) => {
    const before = known.get(source.id);
    const saved = isAs(source, before) ? before : await saveChallenge(services, source);
    if (saved.publishedAt === null && saved.archivedAt === null) await publishChallenge(services, source.id);
  });
  for (const each of newQuestionnaires) await saveQuestionnaire(services, each);
  const written = newLevels + newChallenges.length + newQuestionnaires.length;
  return {
    levels: newLevels,
    challenges: newChallenges.length,
    questionnaires: newQuestionnaires.length,
    unchanged: files.length - written,
  };
}

function isAs(source: ChallengeSource, known: Challenge | undefined): known is Challenge {
  if (known === undefined) return false;
  const { bodyHtml, bodyText, revision, publishedAt, archivedAt, ...knownSource } = known;
  return isDeepStrictEqual(source, { ...knownSource, bodyMarkdown: trimMarkdown(known.bodyMarkdown) });
}

function isGivenAs(source: ChallengeSource, known: Challenge | undefined): boolean {
  return isAs(source, known) && (known.publishedAt !== null || known.archivedAt !== null);
}

/**
 * Saves those that changed, and gives how many. Two levels never have one place, not even while they change places: the
 * first of a ring steps aside to one that nobody has or wants.
 */
async function saveLevels(services: ImportServices, wanted: Level[], known: Level[]): Promise<number> {
  const now = new Map(known.map((level) => [level.id, level]));
  const save = async (level: Level) => {
    now.set(level.id, await saveLevel(services, level));
  };
  const isFree = ({ id, order }: Level) => ![...now.values()].some((other) => other.id !== id && other.order === order);
  const waiting = new Set(wanted.filter((level) => !isDeepStrictEqual(level, now.get(level.id))));
  const count = waiting.size;
  while (waiting.size > 0) {
    const next = [...waiting].find(isFree);
    if (next !== undefined) {
      await save(next);
      waiting.delete(next);
      continue;
    }
    const [aside] = waiting;
    const before = aside && now.get(aside.id);
    if (aside) await save({ ...(before ?? aside), order: freeOrder([...now.values(), ...wanted]) });
  }
  return count;
}

/** Ten at a time: each is a transaction of its own document. */
async function inGroups<Item>(items: Item[], each: (item: Item) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += 10) await Promise.all(items.slice(start, start + 10).map(each));
}
