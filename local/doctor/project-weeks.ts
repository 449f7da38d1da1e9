// The published challenges of each level in a project's Firestore.
import { z } from 'zod';
import type { Google } from '../project/google-api.ts';
import { readGooglePages } from '../project/read-google-pages.ts';

const time = z.object({ timestampValue: z.string().optional() }).optional();
const levelSchema = z.object({ name: z.string() });
const challengeSchema = z.object({
  fields: z.object({ levelId: z.object({ stringValue: z.string() }), publishedAt: time, archivedAt: time }),
});

/** By level, 0 for one without; archived challenges are given no more. Throws an Unseen where Google does not say. */
export async function projectWeeks(google: Google, project: string): Promise<Map<string, number>> {
  const documents = `https://firestore.googleapis.com/v1/projects/${project}/databases/(default)/documents`;
  const masked = ['levelId', 'publishedAt', 'archivedAt'].map((field) => `mask.fieldPaths=${field}`).join('&');
  const [levels, challenges] = await Promise.all([
    readGooglePages(google, `${documents}/levels?pageSize=300&mask.fieldPaths=order`, {
      member: 'documents',
      row: levelSchema,
    }),
    readGooglePages(google, `${documents}/challenges?pageSize=300&${masked}`, {
      member: 'documents',
      row: challengeSchema,
    }),
  ]);
  const weeks = new Map(levels.map(({ name }) => [name.slice(name.lastIndexOf('/') + 1), 0]));
  for (const { fields } of challenges) {
    if (!fields.publishedAt?.timestampValue || fields.archivedAt?.timestampValue) continue;
    const level = fields.levelId.stringValue;
    weeks.set(level, (weeks.get(level) ?? 0) + 1);
  }
  return weeks;
}
