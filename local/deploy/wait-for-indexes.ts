// Waits until Firestore has built the indexes it was given.
import { z } from 'zod';
import { LocalError } from '../local-error.ts';
import { askGoogle } from './ask-google.ts';
import type { Outside } from './outside.ts';

const indexSchema = z.object({ state: z.string().optional() });
const indexesSchema = z.object({ indexes: z.array(indexSchema).default([]) });
const fieldsSchema = z.object({
  fields: z
    .array(z.object({ indexConfig: z.object({ indexes: z.array(indexSchema).default([]) }).optional() }))
    .default([]),
});

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

/** At most 300 a page, and a database has no more than 200 of either. */
async function states(outside: Outside, projectId: string): Promise<string[]> {
  const groups = `https://firestore.googleapis.com/v1/projects/${projectId}/databases/(default)/collectionGroups/-`;
  const overridden = encodeURIComponent('indexConfig.usesAncestorConfig:false');
  const [composite, single] = await Promise.all([
    askGoogle(outside, projectId, `${groups}/indexes?pageSize=300`),
    askGoogle(outside, projectId, `${groups}/fields?pageSize=300&filter=${overridden}`),
  ]);
  const { indexes } = indexesSchema.parse(composite ?? {});
  const { fields } = fieldsSchema.parse(single ?? {});
  return [...indexes, ...fields.flatMap(({ indexConfig }) => indexConfig?.indexes ?? [])].flatMap(
    ({ state }) => state ?? [],
  );
}
