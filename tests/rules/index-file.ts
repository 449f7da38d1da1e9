// The file that declares Firestore's indexes, parsed: anything in it that is not known here is an error.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const order = z.enum(['ASCENDING', 'DESCENDING']);
const arrayConfig = z.literal('CONTAINS');
const queryScope = z.enum(['COLLECTION', 'COLLECTION_GROUP']);

const indexFileSchema = z.strictObject({
  indexes: z.array(
    z.strictObject({
      collectionGroup: z.string(),
      queryScope,
      fields: z
        .array(z.strictObject({ fieldPath: z.string(), order: order.optional(), arrayConfig: arrayConfig.optional() }))
        // Firestore's Admin API takes no composite index of fewer fields.
        .min(2),
    }),
  ),
  fieldOverrides: z.array(
    z.strictObject({
      collectionGroup: z.string(),
      fieldPath: z.string(),
      ttl: z.boolean().optional(),
      indexes: z.array(z.strictObject({ order: order.optional(), arrayConfig: arrayConfig.optional(), queryScope })),
    }),
  ),
});

export type IndexFile = z.infer<typeof indexFileSchema>;

/** Throws a ZodError where the file does not fit. */
export async function readIndexFile(): Promise<IndexFile> {
  const text = await readFile(new URL('../../firestore.indexes.json', import.meta.url), 'utf8');
  return indexFileSchema.parse(JSON.parse(text));
}
