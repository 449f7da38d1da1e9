import { describe, expect, test } from 'vitest';
import type { AssignmentRecord } from '../../functions/assignments/assignment-record.ts';
import { ReviewSubmissionDocument, SubmissionsToReviewDocument } from '../generated/graphql.ts';
import { aLadder } from '../kit/a-ladder.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aWeek } from '../kit/a-week.ts';
import { anApi } from '../kit/an-api.ts';

const minute = (count: number) => new Date(Date.UTC(2026, 10, 24, 10, count));

function aRecord(number: number, since: number | null): AssignmentRecord {
  const learnerId = `shopify-${number}`;
  const submission = {
    ...{ challengeId: 'review', answer: `Story of ${number}.`, note: null, revision: 1, leveledUp: false },
    ...{ submittedAt: minute(since ?? 0), idempotencyKey: 'k', id: `2026-W48_${learnerId}_1` },
  };
  const mark = since === null ? ('FAILED' as const) : ('PENDING_REVIEW' as const);
  const outcome = since === null ? ('OPEN' as const) : ('PENDING_REVIEW' as const);
  const toReviewSince = since === null ? null : minute(since);
  return {
    ...{ learnerId, week: '2026-W48', challengeId: 'review', outcome, toReviewSince },
    submissions: [{ ...submission, mark }],
  };
}

/** Learners by number, with the minute since which their answer waits; null where it was marked. */
function aQueue(waiting: [number, number | null][]) {
  const records = waiting.map(([number, since]) => aRecord(number, since));
  const learners = records.map(({ learnerId, outcome }) =>
    aLearner({ id: learnerId, weeks: { '2026-W48': aWeek('review', { outcome }) } }),
  );
  const api = anApi({
    catalogue: aLadder(),
    learners: new Map(learners.map((learner) => [learner.id, learner])),
    assignments: new Map(records.map((record) => [`2026-W48_${record.learnerId}`, record])),
  });
  const page = async (variables: { first?: number; after?: string | null }) => {
    const { data, errors } = await api.ask(SubmissionsToReviewDocument, variables, 'editor');
    if (data === null) throw new Error(errors[0]?.message);
    const { edges, pageInfo } = data.submissionsToReview;
    return { ids: edges.map(({ node }) => Number(/-(\d+)_1$/.exec(node.id)?.[1])), edges, pageInfo };
  };
  return { ...api, page };
}

describe('the queue of submissions to review', () => {
  test('is empty before anything waits', async () => {
    expect(await aQueue([[1, null]]).page({})).toEqual({
      ids: [],
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test('has the longest waiting first, and of those from the same instant the lower id', async () => {
    const { ids, edges } = await aQueue([
      [4, 2],
      [1, 5],
      [3, 2],
      [2, null],
      [5, 1],
    ]).page({});
    expect(ids).toEqual([5, 3, 4, 1]);
    expect(edges[0]?.node).toEqual({
      id: '2026-W48_shopify-5_1',
      challengeId: 'review',
      answer: 'Story of 5.',
      mark: 'PENDING_REVIEW',
      note: null,
      submittedAt: '2026-11-24T10:01:00.000Z',
    });
  });

  test.each([1, 2, 3, 7, 100])('followed in pages of %s gives each once, in order', async (first) => {
    const queue = aQueue([
      [1, 1],
      [2, 2],
      [3, 2],
      [4, 2],
      [5, 3],
      [6, 4],
      [7, 4],
    ]);
    const seen: number[] = [];
    for (let after: string | null = null; ; ) {
      const { ids, edges, pageInfo } = await queue.page({ first, after });
      expect(pageInfo).toMatchObject({ startCursor: edges[0]?.cursor, endCursor: edges.at(-1)?.cursor });
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...ids);
      if (!pageInfo.hasNextPage) break;
      expect(ids).toHaveLength(first);
      after = pageInfo.endCursor ?? null;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('goes on after a cursor whose submission was marked meanwhile', async () => {
    const queue = aQueue([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    const { pageInfo, edges } = await queue.page({ first: 2 });
    await queue.ask(ReviewSubmissionDocument, { id: edges[1]?.node.id ?? '', passed: true }, 'editor');
    expect((await queue.page({ after: pageInfo.endCursor ?? null })).ids).toEqual([3]);
    expect((await queue.page({})).ids).toEqual([1, 3]);
  });

  test('comes 20 at a time unless asked otherwise', async () => {
    const queue = aQueue(Array.from({ length: 25 }, (_, at) => [at + 1, at]));
    expect((await queue.page({})).ids).toHaveLength(20);
  });

  test.each([
    { first: 0 },
    { first: -1 },
    { first: 101 },
    { after: '' },
    { after: '2026-W48_shopify-1' },
    { after: '1763978400000_2026-W48_shopify-1/x' },
    { after: `${'9'.repeat(15)}_2026-W48_shopify-1` },
    { after: `1763978400000_2026-W48_shopify-${'1'.repeat(21)}` },
  ])('refuses %j, naming the argument', async (variables) => {
    const { data, errors } = await aQueue([[1, 1]]).ask(SubmissionsToReviewDocument, variables, 'editor');
    expect(data).toBeNull();
    const name = Object.keys(variables)[0];
    expect(errors).toMatchObject([
      { message: expect.stringMatching(new RegExp(`^${name} must be`)), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test.each(['stranger', 'owner', 'operator', 'operatorByLink'] as const)('is not for a %s', async (as) => {
    const { data, errors } = await aQueue([[1, 1]]).ask(SubmissionsToReviewDocument, {}, as);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: as === 'stranger' ? 'UNAUTHENTICATED' : 'FORBIDDEN' } }]);
  });

  test.each(['editor', 'admin'] as const)('is for an %s', async (as) => {
    const { data } = await aQueue([[1, 1]]).ask(SubmissionsToReviewDocument, {}, as);
    expect(data?.submissionsToReview.edges).toHaveLength(1);
  });
});
