// Use case: brings content files into the store, and writes only what they change.
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../clock.ts';
import type { Challenge } from './challenge.ts';
import { checkContent } from './check-content.ts';
import { checkMailSize } from './check-mail-size.ts';
import type { ContentStore } from './content-store.ts';
import { type ChallengeSource, type ContentFile, parseContent } from './parse-content.ts';
import { renderMarkdown } from './render-markdown.ts';

/** How many of each were written, and how many things of any kind already were as the files say. */
export type ImportTally = { levels: number; challenges: number; questionnaires: number; unchanged: number };

/** The store reads afresh: by a catalogue of a minute ago a change would look like none. */
type ImportServices = { clock: Clock; stores(): Promise<{ content: ContentStore }> };

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
  const rendered = content.challenges.map(render);
  checkMailSize(rendered);

  const knownLevels = byId(levels);
  const newLevels = content.levels.filter((level) => !isDeepStrictEqual(level, knownLevels.get(level.id)));
  const knownChallenges = byId(challenges);
  const now = services.clock.now();
  const newChallenges = rendered.flatMap((source) => publish(source, knownChallenges.get(source.id), now));
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

function render(source: ChallengeSource): Rendered {
  const { html, text } = renderMarkdown(source.bodyMarkdown);
  return { ...source, bodyHtml: html, bodyText: text };
}

/** The challenge to write, or nothing where it is as known. */
function publish(source: Rendered, known: Challenge | undefined, now: Date): Challenge[] {
  const challenge: Challenge = {
    ...source,
    revision: known?.revision ?? 1,
    publishedAt: known?.publishedAt ?? now,
    archivedAt: known?.archivedAt ?? null,
  };
  if (known === undefined) return [challenge];
  return isDeepStrictEqual(challenge, known) ? [] : [{ ...challenge, revision: known.revision + 1 }];
}

function byId<Item extends { id: string }>(items: Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
