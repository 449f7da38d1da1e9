// Brings a release to a project, part by part.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalError } from '../local-error.ts';
import { lastWords } from '../stack/last-words.ts';
import type { Outside } from './outside.ts';
import { waitForIndexes } from './wait-for-indexes.ts';

export type Part = 'indexes' | 'rules' | 'functions' | 'page';

const commands: Record<Part, { only: string; force: boolean; timeoutMinutes: number }> = {
  // Never forced: that would drop the indexes which the version before still asks.
  indexes: { only: 'firestore:indexes', force: false, timeoutMinutes: 10 },
  rules: { only: 'firestore:rules', force: false, timeoutMinutes: 5 },
  // Forced, because nobody is there to answer: functions that retry, the clean-up of old images, and the removal of
  // functions that this version does not have.
  functions: { only: 'functions', force: true, timeoutMinutes: 30 },
  page: { only: 'hosting', force: false, timeoutMinutes: 10 },
};

/**
 * Forwards, each part finds what it asks for. A query before its index fails, so the indexes come first and are waited for;
 * the rules before the page that reads by them; the functions before the page that calls them.
 */
export const forwards = { first: ['indexes'], second: ['rules', 'functions', 'page'] } as const;
/** Backwards, the mirror. The indexes stay: the older version needs none of the newer, and does not mind them. */
export const backwards = ['page', 'functions', 'rules'] as const;

export type Release = { projectId: string; folder: string; parameters: Record<string, string> };

/** Throws a LocalError at the first part that fails; it names those that are done. */
export async function putRelease(outside: Outside, release: Release, parts: readonly Part[]): Promise<void> {
  const env = join(release.folder, 'functions', `.env.${release.projectId}`);
  const lines = Object.entries(release.parameters).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  await writeFile(env, `${lines.join('\n')}\n`);
  try {
    for (const [index, part] of parts.entries()) await put(outside, release, part, parts.slice(0, index));
  } finally {
    await rm(env, { force: true });
  }
}

async function put(outside: Outside, release: Release, part: Part, done: readonly Part[]): Promise<void> {
  const { only, force, timeoutMinutes } = commands[part];
  const args = ['deploy', '--only', only, '--project', release.projectId, '--config', 'firebase.json'];
  const flags = ['--non-interactive', ...(force ? ['--force'] : [])];
  outside.print(`Putting the ${part} in place …`);
  const options = { folder: release.folder, timeoutMinutes };
  const { code, output } = await outside.run('firebase', [...args, ...flags], options);
  if (code !== 0) {
    const before = done.length === 0 ? 'Nothing before it is changed.' : `Already in place: ${done.join(', ')}.`;
    throw new LocalError(`The ${part} did not go in place: ${lastWords(output)} — ${before}`);
  }
  if (part === 'indexes') await waitForIndexes(outside, release.projectId);
}
