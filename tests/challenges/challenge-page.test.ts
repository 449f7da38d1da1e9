// All challenges as editors page through them, and one alone.
import { describe, expect, test } from 'vitest';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';
import { anApi, type SessionName, type TestApi } from '../kit/an-api.ts';

type Page = { edges: { cursor: string; node: { id: string } }[]; pageInfo: Record<string, unknown> };

const archivedAt = new Date('2026-06-01T00:00:00Z');
const challenges = [
  aChallenge({ id: 'b-keen', levelId: 'keen', order: 1 }),
  aChallenge({ id: 'a-draft', order: 2, publishedAt: null }),
  aChallenge({ id: 'c-archived', order: 2, archivedAt }),
  aChallenge({ id: 'z-first', order: 1 }),
  aChallenge({ id: 'b-second', order: 2 }),
];
const inOrder = ['z-first', 'a-draft', 'b-second', 'c-archived', 'b-keen'];

function aLibrary(): TestApi {
  const week = { challengeId: 'z-first', releasedAt: archivedAt, outcome: 'OPEN' as const, answeredAt: null };
  const learner = aLearner({ id: 'shopify-1001', weeks: { '2026-W23': week } });
  return anApi({
    catalogue: {
      levels: [aLevel(), aLevel({ id: 'keen', order: 2 })],
      challenges: new Map(challenges.map((each) => [each.id, each])),
    },
    learners: new Map([[learner.id, learner]]),
  });
}

const ask = (api: TestApi, args: Record<string, unknown> = {}) =>
  api.ask<{ challenges: Page }, object>(
    `query ($levelId: ID, $first: Int, $after: String) { challenges(levelId: $levelId, first: $first, after: $after) {
      edges { cursor node { id level { id } source { revision publishedAt archivedAt } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    args,
    'editor',
  );
const idsOf = (page: Page | undefined) => page?.edges.map(({ node }) => node.id);

describe('challenges', () => {
  test('gives all of them by level, order and id, those that are not published and those archived too', async () => {
    const { data, errors } = await ask(aLibrary());
    expect(errors).toEqual([]);
    expect(idsOf(data?.challenges)).toEqual(inOrder);
    expect(data?.challenges.edges[3]?.node).toEqual({
      id: 'c-archived',
      level: { id: 'curious' },
      source: { revision: 1, publishedAt: '2026-01-01T00:00:00.000Z', archivedAt: archivedAt.toISOString() },
    });
  });

  test.each([1, 2, 3, 5, 100])('pages of %i give each once, and say where they lie', async (first) => {
    const api = aLibrary();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Page | undefined = (await ask(api, { first, after })).data?.challenges;
      expect(page?.pageInfo).toMatchObject({ hasPreviousPage: seen.length > 0, startCursor: page?.edges[0]?.cursor });
      seen.push(...(idsOf(page) ?? []));
      expect(page?.pageInfo.hasNextPage).toBe(seen.length < inOrder.length);
      after = page?.pageInfo.hasNextPage ? String(page.pageInfo.endCursor) : null;
    } while (after !== null);
    expect(seen).toEqual(inOrder);
  });

  test('of one level gives only its own, also after a challenge of another', async () => {
    const api = aLibrary();
    expect(idsOf((await ask(api, { levelId: 'curious' })).data?.challenges)).toEqual(inOrder.slice(0, 4));
    const { data } = await ask(api, { levelId: 'keen', after: 'b-second' });
    expect(idsOf(data?.challenges)).toEqual(['b-keen']);
    expect(data?.challenges.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });

  test.each([
    ['first', { first: 0 }],
    ['first', { first: 101 }],
    ['first', { first: -1 }],
    ['after', { after: 'nothing-such' }],
    ['after', { after: '' }],
    ['after', { after: 'a/b\0' }],
    ['levelId', { levelId: 'nowhere' }],
    ['levelId', { levelId: 'a/b' }],
    ['levelId', { levelId: 'x'.repeat(1024) }],
  ])('refuses what %s cannot be, by name: %j', async (field, args) => {
    expect((await ask(aLibrary(), args)).errors).toMatchObject([
      { message: expect.stringMatching(new RegExp(`^${field} must be `)), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('shows a challenge whose level another instance saved a moment ago', async () => {
    const api = aLibrary();
    const { content } = await api.services.stores();
    const stale = { ...(await content.catalogue()), levels: [] };
    content.catalogue = async () => stale;
    expect((await ask(api)).errors).toEqual([]);
  });
});

describe('one challenge', () => {
  const one = (api: TestApi, id: string, as: SessionName) =>
    api.ask<{ challenge: { source: object | null } | null }, object>(
      'query ($id: ID!) { challenge(id: $id) { id source { bodyMarkdown accepted tolerance revision } } }',
      { id },
      as,
    );

  test('shows its source to editors and admins, also of a draft', async () => {
    for (const session of ['editor', 'admin'] as const) {
      const { data } = await one(aLibrary(), 'a-draft', session);
      expect(data?.challenge?.source).toEqual({
        ...{ bodyMarkdown: aChallenge().bodyMarkdown, accepted: ['8'], tolerance: null, revision: 1 },
      });
    }
  });

  test('shows a learner no source, without an error, wherever they find the challenge', async () => {
    const api = aLibrary();
    expect(await one(api, 'z-first', 'owner')).toEqual({
      status: 200,
      errors: [],
      data: { challenge: { id: 'z-first', source: null } },
    });
    const { data, errors } = await api.ask(
      '{ me { currentAssignment { challenge { source { accepted } } } } }',
      {},
      'owner',
    );
    expect({ data, errors }).toEqual({
      data: { me: { currentAssignment: { challenge: { source: null } } } },
      errors: [],
    });
  });

  test('is null to a learner who was not given it, drafts and archived ones too', async () => {
    for (const id of ['b-second', 'a-draft', 'c-archived', 'nothing-such'])
      expect((await one(aLibrary(), id, 'owner')).data).toEqual({ challenge: null });
  });

  test.each(['', '..', 'a/b', 'x'.repeat(1024), 'A', 'a\0', '\ud800'])('refuses the id %j by name', async (id) => {
    for (const session of ['owner', 'editor'] as const)
      expect((await one(aLibrary(), id, session)).errors).toMatchObject([
        { message: expect.stringMatching(/^id must be 1 to 63/), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
  });
});
