// The indexes that a project's Firestore has.
import { z } from 'zod';
import type { Google } from '../project/google-api.ts';
import { readGooglePages } from '../project/read-google-pages.ts';
import { indexText } from './index-text.ts';

const partSchema = z.object({
  fieldPath: z.string(),
  order: z.string().optional(),
  arrayConfig: z.string().optional(),
});
const indexSchema = z.object({
  queryScope: z.string(),
  state: z.string().default('READY'),
  fields: z.array(partSchema),
});
const compositeSchema = indexSchema.extend({ name: z.string() });
const fieldSchema = z.object({
  name: z.string(),
  indexConfig: z.object({ indexes: z.array(indexSchema).default([]) }).optional(),
  ttlConfig: z.object({ state: z.string().optional() }).optional(),
});

export type ProjectIndexes = {
  composite: { text: string; isReady: boolean }[];
  /** The single-field indexes and the TTL of each field that has settings of its own, by `group.field`. */
  fields: Map<string, { indexes: string[]; ttl: boolean }>;
};

/** Throws an Unseen where Google does not say. */
export async function projectIndexes(google: Google, project: string): Promise<ProjectIndexes> {
  const groups = `https://firestore.googleapis.com/v1/projects/${project}/databases/(default)/collectionGroups/-`;
  const composite = await readGooglePages(google, `${groups}/indexes`, { member: 'indexes', row: compositeSchema });
  // Google lists only fields with settings of their own, and only when asked so.
  const filter = encodeURIComponent('indexConfig.usesAncestorConfig=false OR ttlConfig:*');
  const fields = await readGooglePages(google, `${groups}/fields?filter=${filter}`, {
    member: 'fields',
    row: fieldSchema,
  });
  return {
    composite: composite.map((index) => ({
      text: indexText({ ...index, collectionGroup: groupOf(index.name) }),
      isReady: index.state === 'READY',
    })),
    fields: new Map(
      fields.map(({ name, indexConfig, ttlConfig }) => {
        const collectionGroup = groupOf(name);
        const indexes = (indexConfig?.indexes ?? []).map((index) => indexText({ ...index, collectionGroup }));
        return [`${collectionGroup}.${fieldOf(name)}`, { indexes, ttl: ttlConfig !== undefined }];
      }),
    ),
  };
}

function groupOf(name: string): string {
  return /\/collectionGroups\/([^/]+)\//.exec(name)?.[1] ?? '';
}

function fieldOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
