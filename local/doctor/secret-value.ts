// A secret of the project, from Secret Manager.
import { z } from 'zod';
import type { Google } from '../project/google-api.ts';
import { readGoogle } from '../project/read-google.ts';
import { Unseen } from '../project/unseen.ts';

/** The value of the newest version is to be looked at and never told. */
export type SecretReading = { state: 'given'; value: string } | { state: 'missing' | 'disabled' };

const versionSchema = z.object({ payload: z.object({ data: z.base64() }) });
const refusalSchema = z.object({ error: z.object({ status: z.literal('FAILED_PRECONDITION') }) });

/** A destroyed version counts as disabled. Throws an Unseen where Google does not say. */
export async function secretValue(google: Google, project: string, name: string): Promise<SecretReading> {
  const api = 'https://secretmanager.googleapis.com/v1';
  const url = `${api}/projects/${project}/secrets/${name}/versions/latest:access`;
  const answer = await google(url);
  if (answer.status === 400 && refusalSchema.safeParse(answer.body).success) return { state: 'disabled' };
  if (answer.status === 403)
    throw new Unseen(
      'Secret Manager refuses to show it',
      `Give your account the role Secret Manager Secret Accessor (https://console.cloud.google.com/iam-admin/iam?project=${project}), and enable the API: https://console.cloud.google.com/apis/library/secretmanager.googleapis.com`,
    );
  const version = await readGoogle(async () => answer, url, versionSchema);
  if (version === null) return { state: 'missing' };
  return { state: 'given', value: Buffer.from(version.payload.data, 'base64').toString('utf8') };
}
