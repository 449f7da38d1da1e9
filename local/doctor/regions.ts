// Check: database, functions and rewrites are in one place.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readGoogle } from '../project/read-google.ts';
import { readGooglePages } from '../project/read-google-pages.ts';
import { projectRoot } from '../project-root.ts';
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';

const databaseSchema = z.object({ locationId: z.string(), type: z.string() });
const functionSchema = z.object({ name: z.string() });
const hostingSchema = z.object({
  hosting: z.object({ rewrites: z.array(z.object({ function: z.object({ region: z.string() }).optional() })) }),
});

/** The regions inside Firestore's multi-regions (Firestore, "Locations"). */
const multiRegions: Record<string, string[]> = {
  nam5: ['us-central1', 'us-east1'],
  nam7: ['us-central1', 'us-east4'],
  eur3: ['europe-west1', 'europe-west4'],
};

/** A database far from the functions is a warning: it cannot be moved, and every read crosses an ocean. */
export async function regions({ google, project }: Pick<Patient, 'google' | 'project'>): Promise<Finding> {
  const region = await rewriteRegion();
  const databaseUrl = `https://firestore.googleapis.com/v1/projects/${project}/databases/(default)`;
  const database = await readGoogle(google, databaseUrl, databaseSchema);
  const create = `https://console.firebase.google.com/project/${project}/firestore → Create database → Native mode, a location that holds ${region}.`;
  if (database === null) return finding.fixThis('the project has no Firestore database', create);
  if (database.type !== 'FIRESTORE_NATIVE') return finding.fixThis('the database is not in native mode', create);
  const functionsUrl = `https://cloudfunctions.googleapis.com/v2/projects/${project}/locations/-/functions`;
  const functions = await readGooglePages(google, functionsUrl, { member: 'functions', row: functionSchema });
  const api = functions
    .filter(({ name }) => name.endsWith('/functions/api'))
    .map(({ name }) => name.split('/')[3] ?? '');
  if (api.length > 0 && !api.includes(region))
    return finding.fixThis(
      `the function api is in ${api.join(', ')}, and the rewrites of firebase.json lead to ${region}`,
      'Write one region in functions/global-options.ts and in firebase.json, then npm run deploy.',
    );
  const { locationId } = database;
  if (locationId === region || multiRegions[locationId]?.includes(region))
    return finding.ok(`the database in ${locationId} and the functions in ${region} are neighbours`);
  return finding.warning(
    `the database is in ${locationId} and the functions are in ${region}`,
    'Write a region near the database in functions/global-options.ts and in firebase.json, then npm run deploy.',
  );
}

async function rewriteRegion(): Promise<string> {
  const { hosting } = hostingSchema.parse(JSON.parse(await readFile(join(projectRoot, 'firebase.json'), 'utf8')));
  return hosting.rewrites.find((rewrite) => rewrite.function)?.function?.region ?? 'us-central1';
}
