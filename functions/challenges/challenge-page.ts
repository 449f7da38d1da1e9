// Use case: one page of all challenges, for editors.

import { AppError } from '../errors.ts';
import { firstSchema } from '../first-schema.ts';
import type { PageInfo } from '../page-info.ts';
import { parseArgument } from '../parse-argument.ts';
import type { Services } from '../services.ts';
import type { Challenge } from './challenge.ts';
import type { Level } from './level.ts';
import { slugSchema } from './slug-schema.ts';

/**
 * The next challenges after one, by level, order and id, of one level or of all; with those that are not published and
 * those that are archived. A challenge's id is its cursor. Reads afresh what another instance may just have saved.
 * Throws `BAD_USER_INPUT` where `first` is not 1 to 100, or `levelId` or `after` names nothing that exists.
 */
export async function challengePage(
  { stores }: Pick<Services, 'stores'>,
  args: { levelId?: string | null; first?: number | null; after?: string | null },
): Promise<ChallengePage> {
  const size = parseArgument('first', firstSchema(100), args.first ?? 50);
  const levelId = parseArgument('levelId', slugSchema.nullable(), args.levelId ?? null);
  const after = parseArgument('after', slugSchema.nullable(), args.after ?? null);
  const { content } = await stores();
  const [levels, challenges] = await Promise.all([content.everyLevel(), content.everyChallenge()]);
  if (levelId !== null && !levels.some(({ id }) => id === levelId)) throw mustName('levelId', 'level');

  const sorted = inOrder(challenges, levels);
  const start = after === null ? 0 : sorted.findIndex(({ id }) => id === after) + 1;
  if (after !== null && start === 0) throw mustName('after', 'challenge');
  const isAsked = (challenge: Challenge) => levelId === null || challenge.levelId === levelId;
  const rest = sorted.slice(start).filter(isAsked);
  const page = rest.slice(0, size);
  return {
    edges: page.map((node) => ({ cursor: node.id, node })),
    pageInfo: {
      hasNextPage: rest.length > page.length,
      hasPreviousPage: sorted.slice(0, start).some(isAsked),
      startCursor: page[0]?.id ?? null,
      endCursor: page.at(-1)?.id ?? null,
    },
  };
}

export type ChallengePage = { edges: { cursor: string; node: Challenge }[]; pageInfo: PageInfo };

function mustName(argument: string, what: 'level' | 'challenge'): AppError {
  return new AppError('BAD_USER_INPUT', `${argument} must be the id of a ${what} that exists.`);
}

function inOrder(challenges: Challenge[], levels: Level[]): Challenge[] {
  const levelOrders = new Map(levels.map(({ id, order }) => [id, order]));
  const place = ({ levelId }: Challenge) => levelOrders.get(levelId) ?? Number.MAX_SAFE_INTEGER;
  return challenges.toSorted((a, b) => place(a) - place(b) || a.order - b.order || (a.id < b.id ? -1 : 1));
}
