// One parsed answer of a Google API.
import type { z } from 'zod';
import type { Google } from './google-api.ts';
import { Unseen } from './unseen.ts';

/** The answer; null where Google has nothing there (404). Throws an Unseen where it refuses or answers something else. */
export async function readGoogle<Answer>(
  google: Google,
  url: string,
  schema: z.ZodType<Answer>,
): Promise<Answer | null> {
  const { status, body } = await google(url);
  const { host, pathname } = new URL(url);
  if (status === 404) return null;
  if (status === 401 || status === 403)
    throw new Unseen(
      `${host} refuses to answer (HTTP ${status})`,
      `Give your account the role Viewer (https://console.cloud.google.com/iam-admin/iam), and enable the API: https://console.cloud.google.com/apis/library/${host}`,
    );
  const parsed = schema.safeParse(body);
  if (status === 200 && parsed.success) return parsed.data;
  throw new Unseen(`${host}${pathname} answered HTTP ${status}, not as documented`, 'Run this again in some minutes.');
}
