// Check: the project's Firestore indexes and TTLs are those of firestore.indexes.json.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../project-root.ts';
import { type Finding, finding } from './finding.ts';
import { indexText } from './index-text.ts';
import type { Patient } from './patient.ts';
import { type ProjectIndexes, projectIndexes } from './project-indexes.ts';

const directionShape = { order: z.string().optional(), arrayConfig: z.string().optional() };
const fileSchema = z.object({
  indexes: z.array(
    z.object({
      collectionGroup: z.string(),
      queryScope: z.string(),
      fields: z.array(z.object({ fieldPath: z.string(), ...directionShape })),
    }),
  ),
  fieldOverrides: z.array(
    z.object({
      collectionGroup: z.string(),
      fieldPath: z.string(),
      ttl: z.boolean().default(false),
      indexes: z.array(z.object({ queryScope: z.string(), ...directionShape })),
    }),
  ),
});

/** What is missing is to be fixed; what is being built, or stands there beyond the file, is a warning. */
export async function firestoreIndexes({
  google,
  project = '',
}: Pick<Patient, 'google' | 'project'>): Promise<Finding> {
  const file = fileSchema.parse(JSON.parse(await readFile(join(projectRoot, 'firestore.indexes.json'), 'utf8')));
  const has = await projectIndexes(google, project);
  const wanted = file.indexes.map(indexText);
  const missing = [
    ...wanted.filter((text) => !has.composite.some((index) => index.text === text)),
    ...file.fieldOverrides.filter((override) => !isAsWanted(override, has)).map(nameOf),
  ];
  const deploy = `Run npx firebase deploy --only firestore:indexes --project ${project}`;
  if (missing.length > 0)
    return finding.fixThis(
      `${missing.length} indexes or field settings are not those of firestore.indexes.json, first ${missing[0]}`,
      deploy,
    );
  const building = has.composite.filter(({ text, isReady }) => wanted.includes(text) && !isReady);
  if (building.length > 0)
    return finding.warning(
      `${building.length} indexes are still being built`,
      `Wait: https://console.firebase.google.com/project/${project}/firestore/databases/-default-/indexes`,
    );
  const beyond = has.composite.filter(({ text }) => !wanted.includes(text));
  if (beyond.length > 0)
    return finding.warning(
      `the project has ${beyond.length} indexes that the file has not: each costs writes`,
      `${deploy} --force`,
    );
  return finding.ok(
    `${wanted.length + file.fieldOverrides.length} indexes and field settings as in firestore.indexes.json`,
  );
}

type Override = z.output<typeof fileSchema>['fieldOverrides'][number];

function nameOf({ collectionGroup, fieldPath }: Override): string {
  return `${collectionGroup}.${fieldPath}`;
}

function isAsWanted(override: Override, { fields }: ProjectIndexes): boolean {
  const has = fields.get(nameOf(override));
  const { collectionGroup, fieldPath, ttl } = override;
  const wanted = override.indexes.map(({ queryScope, ...direction }) =>
    indexText({ collectionGroup, queryScope, fields: [{ fieldPath, ...direction }] }),
  );
  return has !== undefined && has.ttl === ttl && has.indexes.toSorted().join() === wanted.toSorted().join();
}
