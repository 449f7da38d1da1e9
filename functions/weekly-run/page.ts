// One page of the walk over Shopify's customers.
import { z } from 'zod';

export const pageSchema = z.object({
  /** A walk that came out incomplete is followed by another. */
  walk: z.int().min(1),
  /** From 1. */
  page: z.int().min(1),
  customerIds: z.array(z.string()),
  /** Those whose learner document could not be read, and was left alone. */
  unreadableIds: z.array(z.string()),
  /** As Shopify counted the walk at this page. */
  totalCount: z.int().min(0),
  /** Null at the last page. */
  nextCursor: z.string().nullable(),
  savedAt: z.date(),
  expiresAt: z.date(),
});

export type Page = z.infer<typeof pageSchema>;

/** Pages are kept this long (architecture §4). */
export const pageLifeDays = 60;
