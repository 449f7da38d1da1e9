// Waits until Firestore has built the indexes it was given.
import { z } from 'zod';
import { LocalError } from '../local-error.ts';
import { googleApi } from '../project/google-api.ts';
import { readGooglePages } from '../project/read-google-pages.ts';
import type { Outside } from './outside.ts';

const indexSchema = z.object({ state: z.string().optional() });
const fieldSchema = z.object({ indexConfig: z.object({ indexes: z.array(indexSchema).default([]) }).optional() });

/** Google says: minutes, and longer the more documents there are. */
const longestMinutes = 60;
const pauseSeconds = 10;

/** Resolves when every index is ready. Throws a LocalError where one is broken, or not ready within the hour. */
export async function waitForIndexes(outside: Outside, projectId: string): Promise<void> {
  const end = outside.now().getTime() + longestMinutes * 60_000;
  while (outside.now().getTime() < end) {
    const building = (await states(outside, projectId)).filter((state) => state !== 'READY');
    if (building.includes('NEEDS_REPAIR'))
      throw new LocalError(
        'Firestore could not build an index: delete it in the console (Firestore, Indexes), and deploy again.',
      );
    if (building.length === 0) return;
    outside.print(`  ${building.length} of the indexes are still being built`);
    await outside.wait(pauseSeconds);
  }
  throw new LocalError(`The indexes were not ready within ${longestMinutes} minutes: deploy again when they are.`);
}

async function states(outside: Outside, projectId: string): Promise<string[]> {
  const google = googleApi({ ...outside, project: projectId });
  const groups = `https://firestore.googleapis.com/v1/projects/${projectId}/databases/(default)/collectionGroups/-`;
  const overridden = encodeURIComponent('indexConfig.usesAncestorConfig:false');
  const [composite, fields] = await Promise.all([
    readGooglePages(google, `${groups}/indexes?pageSize=300`, { member: 'indexes', row: indexSchema }),
    readGooglePages(google, `${groups}/fields?pageSize=300&filter=${overridden}`, {
      member: 'fields',
      row: fieldSchema,
    }),
  ]);
  const single = fields.flatMap(({ indexConfig }) => indexConfig?.indexes ?? []);
  return [...composite, ...single].flatMap(({ state }) => state ?? []);
}
