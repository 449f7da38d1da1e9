// Reads one page of segment members out of an answer.
import { z } from 'zod';

const pageSchema = z.object({
  customerSegmentMembers: z.object({
    totalCount: z.number(),
    edges: z.array(z.object({ node: z.object({ id: z.string(), defaultEmailAddress: z.unknown() }) })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

/** Throws a ZodError where the page does not have the shape that the operation asks for. */
export function memberPage(data: unknown) {
  const { totalCount, edges, pageInfo } = pageSchema.parse(data).customerSegmentMembers;
  return { totalCount, ids: edges.map((edge) => edge.node.id), nodes: edges.map((edge) => edge.node), ...pageInfo };
}
