// One page of the answers that wait for a review.
import { z } from 'zod';
import { firstSchema } from '../first-schema.ts';
import type { PageInfo } from '../page-info.ts';
import { parseArgument } from '../parse-argument.ts';
import type { Services } from '../services.ts';
import type { Submission } from './assignment-record.ts';
import type { QueueEntry } from './assignment-store.ts';

/**
 * The longest waiting first. A cursor stays good when its submission was marked meanwhile. Throws `BAD_USER_INPUT` where
 * `first` is not 1 to 100 or `after` is no cursor.
 */
export async function submissionsToReview(
  { stores }: Services,
  page: { first?: number | null; after?: string | null },
): Promise<SubmissionPage> {
  const first = parseArgument('first', firstSchema(100), page.first ?? 20);
  const after = parseArgument('after', cursorSchema.nullable(), page.after ?? null);
  const { assignments } = await stores();
  const found = await assignments.toReview(after, first + 1);
  const shown = found.slice(0, first);
  const edges = shown.flatMap(edgeOf);
  return {
    edges,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      // Of the last one there is, shown or not: the next page begins behind it.
      endCursor: shown.map(cursorOf).at(-1) ?? null,
    },
  };
}

export type SubmissionPage = { edges: { cursor: string; node: Submission }[]; pageInfo: PageInfo };

function edgeOf(entry: QueueEntry): SubmissionPage['edges'] {
  const node = entry.record?.submissions.find(({ mark }) => mark === 'PENDING_REVIEW');
  return node === undefined ? [] : [{ cursor: cursorOf(entry), node }];
}

/** When it began to wait, in milliseconds, and the assignment's id. */
function cursorOf({ place }: QueueEntry): string {
  return `${place.toReviewSince.getTime()}_${place.id}`;
}

/** 14 digits at most: Firestore's instants end with the year 9999. */
const cursorSchema = z
  .string()
  .regex(/^\d{1,14}_\d{4}-W\d{2}_shopify-\d{1,20}$/, 'must be a cursor of an earlier page')
  .transform((cursor) => {
    const at = cursor.indexOf('_');
    return { toReviewSince: new Date(Number(cursor.slice(0, at))), id: cursor.slice(at + 1) };
  });
