// A secret of the project, from Secret Manager.
import { z } from 'zod';
import type { Google } from './google-api.ts';
import { readGoogle } from './read-google.ts';

const versionSchema = z.object({ payload: z.object({ data: z.base64() }) });

/** The newest version's value, to be looked at and never told; null where there is none. Throws an Unseen. */
export async function secretValue(google: Google, project: string, name: string): Promise<string | null> {
  const url = `https://secretmanager.googleapis.com/v1/projects/${project}/secrets/${name}/versions/latest:access`;
  const version = await readGoogle(google, url, versionSchema);
  return version === null ? null : Buffer.from(version.payload.data, 'base64').toString('utf8');
}
