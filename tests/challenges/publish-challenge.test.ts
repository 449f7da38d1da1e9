// Publishing and archiving, asked through the API.
import { describe, expect, test } from 'vitest';
import { pickChallenge } from '../../functions/challenges/pick-challenge.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import type { TestApi } from '../kit/an-api.ts';
import { anEditorsApi, source, stored } from './editors-api.ts';

describe('publishing and archiving', () => {
  const draft = aChallenge({ id: 'coins', publishedAt: null, revision: 3 });
  const change = (api: TestApi, what: 'publish' | 'archive', id = 'coins') =>
    api.ask<Record<string, { source: Record<string, unknown> }>, object>(
      `mutation ($id: ID!) { ${what}Challenge(id: $id) { id ${source} } }`,
      { id },
      'editor',
    );

  test('publishes once: the same result again later, and no new revision', async () => {
    const api = anEditorsApi(draft);
    const first = await change(api, 'publish');
    expect(first.data?.publishChallenge?.source).toMatchObject({
      ...{ publishedAt: '2026-11-25T10:00:00.000Z', revision: 3 },
    });
    api.clock.advance(60_000);
    expect(await change(api, 'publish')).toEqual(first);
    expect(api.memory.written).toEqual(['coins']);
  });

  test('archives once, and it is never given again, though it stays in the catalogue for old weeks', async () => {
    const api = anEditorsApi(aChallenge({ id: 'coins' }));
    const { content } = await api.services.stores();
    expect(pickChallenge(await content.catalogue(), 'curious', new Set())?.id).toBe('coins');
    const first = await change(api, 'archive');
    api.clock.advance(60_000);
    expect(await change(api, 'archive')).toEqual(first);
    expect(pickChallenge(await content.catalogue(), 'curious', new Set())).toBeNull();
    expect((await content.catalogue()).challenges.has('coins')).toBe(true);
  });

  test('refuses to publish what is archived, and says what to do', async () => {
    const api = anEditorsApi({ ...draft, archivedAt: new Date('2026-06-01T00:00:00Z') });
    expect((await change(api, 'publish')).errors).toMatchObject([
      { message: expect.stringMatching(/^id must be .*not archived.*new id/), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(stored(api)?.publishedAt).toBeNull();
  });

  test.each(['publish', 'archive'] as const)(
    '%s: an unknown id is NOT_FOUND, a malformed one is named',
    async (what) => {
      const api = anEditorsApi(draft);
      expect((await change(api, what, 'doors')).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
      for (const id of ['a/b', '', 'x'.repeat(1024), '..', '__proto__', 'a\0']) {
        expect((await change(api, what, id)).errors).toMatchObject([
          { message: expect.stringMatching(/^id must be 1 to 63/), extensions: { code: 'BAD_USER_INPUT' } },
        ]);
      }
      expect(api.memory.written).toEqual([]);
    },
  );
});
