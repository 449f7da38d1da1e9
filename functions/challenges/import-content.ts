// Use case: brings content files into the store, and writes only what they change.
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import { bodyProblem } from './body-problem.ts';
import type { Challenge } from './challenge.ts';
import type { ChallengeSource } from './challenge-source.ts';
import { checkContent } from './check-content.ts';
import type { ContentStore } from './content-store.ts';
import { type ContentFile, parseContent } from './parse-content.ts';
import { renderMarkdown } from './render-markdown.ts';
import { reviseChallenge } from './revise-challenge.ts';

/** How many of each were written, and how many things of any kind already were as the files say. */
export type ImportTally = { levels: number; challenges: number; questionnaires: number; unchanged: number };

/** The store reads afresh: by a catalogue of a minute ago a change would look like none. */
type ImportServices = {
  clock: Clock;
  stores(): Promise<{ content: Omit<ContentStore, 'everyLevel' | 'challenge' | 'changeLevel' | 'changeChallenge'> }>;
};

/**
 * Publishes every challenge of the files, rendered. A challenge that changed gets the next revision and keeps the day it
 * was first published; what the files do not mention stays. Throws an AppError `BAD_USER_INPUT` that names each file and
 * field to mend, before anything is written.
 */
export async function importContent(services: ImportServices, files: ContentFile[]): Promise<ImportTally> {
  const content = parseContent(files);
  const store = (await services.stores()).content;
  const [{ levels }, challenges, questionnaire] = await Promise.all([
    store.catalogue(),
    store.everyChallenge(),
    store.questionnaire(),
  ]);
  checkContent(content, levels);
  const rendered = renderAll(content.challenges);

  const knownLevels = byId(levels);
  const newLevels = content.levels.filter((level) => !isDeepStrictEqual(level, knownLevels.get(level.id)));
  const knownChallenges = byId(challenges);
  const now = services.clock.now();
  const newChallenges = rendered.flatMap((source) => publish(source, knownChallenges.get(source.id) ?? null, now));
  const newQuestionnaires = content.questionnaires.filter((each) => !isDeepStrictEqual(each, questionnaire));

  for (const level of newLevels) await store.saveLevel(level);
  for (const challenge of newChallenges) await store.saveChallenge(challenge);
  for (const each of newQuestionnaires) await store.saveQuestionnaire(each);
  const written = newLevels.length + newChallenges.length + newQuestionnaires.length;
  return {
    levels: newLevels.length,
    challenges: newChallenges.length,
    questionnaires: newQuestionnaires.length,
    unchanged: files.length - written,
  };
}

type Rendered = ChallengeSource & Pick<Challenge, 'bodyHtml' | 'bodyText'>;

function renderAll(sources: ChallengeSource[]): Rendered[] {
  const bodies = sources.map((source) => ({ source, body: renderMarkdown(source.bodyMarkdown) }));
  const problems = bodies.flatMap(({ source: { levelId, id }, body }) => {
    const problem = bodyProblem(body);
    return problem === null ? [] : [`challenges/${levelId}/${id}.md: bodyMarkdown: ${problem}`];
  });
  if (problems.length > 0) throw new AppError('BAD_USER_INPUT', `Content cannot be imported:\n${problems.join('\n')}`);
  return bodies.map(({ source, body: { html, text } }) => ({ ...source, bodyHtml: html, bodyText: text }));
}

/** The challenge to write, or nothing where it is as known. */
function publish(source: Rendered, known: Challenge | null, now: Date): Challenge[] {
  const published = { publishedAt: known?.publishedAt ?? now, archivedAt: known?.archivedAt ?? null };
  const challenge = reviseChallenge({ ...source, ...published }, known);
  return challenge === known ? [] : [challenge];
}

function byId<Item extends { id: string }>(items: Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
