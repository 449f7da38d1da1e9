// All pages of a list of a Google API.
import { z } from 'zod';
import type { Google } from './google-api.ts';
import { readGoogle } from './read-google.ts';
import { Unseen } from './unseen.ts';

/** Pages of one list; 100 of 300 rows are more than any list here has. */
const pagesMax = 100;

/** The rows under `member`, none where Google has no such list. Throws as readGoogle does. */
export async function readGooglePages<Row>(
  google: Google,
  url: string,
  { member, row }: { member: string; row: z.ZodType<Row> },
): Promise<Row[]> {
  const pageSchema = z.object({ [member]: z.array(row).optional(), nextPageToken: z.string().optional() });
  const rows: Row[] = [];
  const next = new URL(url);
  for (let page = 1; page <= pagesMax; page += 1) {
    const answer = await readGoogle(google, next.href, pageSchema);
    const { nextPageToken, [member]: found } = answer ?? {};
    rows.push(...(Array.isArray(found) ? (found as Row[]) : []));
    if (typeof nextPageToken !== 'string' || nextPageToken === '') return rows;
    next.searchParams.set('pageToken', nextPageToken);
  }
  throw new Unseen(`${next.host} has no end of ${member}`, 'Run this again in some minutes.');
}
