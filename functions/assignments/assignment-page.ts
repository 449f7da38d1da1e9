// One page of a learner's assignments.
import { firstSchema } from '../first-schema.ts';
import type { PageInfo } from '../page-info.ts';
import { parseArgument } from '../parse-argument.ts';
import { weekSchema } from '../week.ts';
import type { Assignment } from './assignment.ts';

/**
 * The next assignments after a week, newest first; a week is a cursor also where the learner had no assignment in it.
 * Throws `BAD_USER_INPUT` where `first` is not 1 to 50 or `after` is no week.
 */
export function assignmentPage(
  newestFirst: Assignment[],
  { first, after }: { first?: number | null; after?: string | null },
): AssignmentPage {
  const size = parseArgument('first', firstSchema(50), first ?? 20);
  const before = parseArgument('after', weekSchema.nullable(), after ?? null);
  const rest = newestFirst.filter(({ week }) => before === null || week < before);
  const page = rest.slice(0, size);
  return {
    edges: page.map((node) => ({ cursor: node.week, node })),
    pageInfo: {
      hasNextPage: rest.length > page.length,
      hasPreviousPage: rest.length < newestFirst.length,
      startCursor: page[0]?.week ?? null,
      endCursor: page.at(-1)?.week ?? null,
    },
  };
}

export type AssignmentPage = { edges: { cursor: string; node: Assignment }[]; pageInfo: PageInfo };
