// Editors at work at the same time, over the real Firestore emulator.
import { expect, it } from 'vitest';
import { archiveChallenge } from '../../functions/challenges/archive-challenge.ts';
import type { Challenge } from '../../functions/challenges/challenge.ts';
import { publishChallenge } from '../../functions/challenges/publish-challenge.ts';
import { type ChallengeInput, saveChallenge } from '../../functions/challenges/save-challenge.ts';
import { saveLevel } from '../../functions/challenges/save-level.ts';
import { aHouse } from '../kit/a-house.ts';
import { aLevel } from '../kit/a-level.ts';

const input = (changes: Partial<ChallengeInput> = {}): ChallengeInput => ({
  id: 'coins',
  levelId: 'curious',
  order: 1,
  title: 'Coins',
  bodyMarkdown: 'How **many**?',
  answerKind: 'NUMBER',
  accepted: ['4'],
  ...changes,
});

async function aHouseWithLevel() {
  const house = aHouse();
  await house.stores.content.saveLevel(aLevel());
  return house;
}

/** How each ended, without what it gave. */
const endings = (results: PromiseSettledResult<unknown>[]) => results.map(({ status }) => status).sort();

it('of two editors who take one order for new levels at once, exactly one gets it', async () => {
  const { services, stores } = await aHouseWithLevel();
  const level = (id: string) => aLevel({ id, order: 2 });
  const results = await Promise.allSettled([
    saveLevel(services, level('keen')),
    saveLevel(services, level('careful')),
    saveLevel(services, level('seasoned')),
  ]);
  expect(endings(results)).toEqual(['fulfilled', 'rejected', 'rejected']);
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  for (const reason of refused)
    expect(reason).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(/^input\.order .* 2 is taken/),
    });
  expect((await stores.content.everyLevel()).map(({ order }) => order)).toEqual([1, 2]);
});

it('of two known levels that move to one order at once, exactly one does', async () => {
  const { services, stores } = await aHouseWithLevel();
  await saveLevel(services, aLevel({ id: 'keen', order: 2 }));
  const results = await Promise.allSettled([
    saveLevel(services, aLevel({ order: 3 })),
    saveLevel(services, aLevel({ id: 'keen', order: 3 })),
  ]);
  expect(endings(results)).toEqual(['fulfilled', 'rejected']);
  const orders = (await stores.content.everyLevel()).map(({ order }) => order);
  expect(new Set(orders).size).toBe(2);
});

it('saves at once lose no revision: each gets one of its own, and the last is what is kept', async () => {
  const { services, stores } = await aHouseWithLevel();
  const saved = await Promise.all(
    ['One', 'Two', 'Three', 'Four'].map((title) => saveChallenge(services, input({ title }))),
  );
  expect(saved.map(({ revision }) => revision).sort()).toEqual([1, 2, 3, 4]);
  const kept = await stores.content.challenge('coins');
  expect(kept).toEqual(saved.find(({ revision }) => revision === 4));
});

it('the same save twice at once is one revision', async () => {
  const { services } = await aHouseWithLevel();
  const saved = await Promise.all([1, 2].map(() => saveChallenge(services, input())));
  expect(saved.map(({ revision }) => revision)).toEqual([1, 1]);
});

it('a save, a publishing and an archiving at once lose nothing of each other', async () => {
  const { services, stores, clock } = await aHouseWithLevel();
  await saveChallenge(services, input());
  await Promise.all([publishChallenge(services, 'coins'), saveChallenge(services, input({ title: 'More coins' }))]);
  expect(await stores.content.challenge('coins')).toMatchObject({
    ...{ title: 'More coins', revision: 2, publishedAt: clock.now(), archivedAt: null },
  });
  await Promise.all([archiveChallenge(services, 'coins'), saveChallenge(services, input({ title: 'Fewer coins' }))]);
  const kept: Partial<Challenge> = { title: 'Fewer coins', revision: 3, archivedAt: clock.now() };
  expect(await stores.content.challenge('coins')).toMatchObject(kept);
});

it('a challenge is published once: of two at once and one later, all give the first instant', async () => {
  const { services, clock } = await aHouseWithLevel();
  await saveChallenge(services, input());
  const first = clock.now();
  const both = await Promise.all([publishChallenge(services, 'coins'), publishChallenge(services, 'coins')]);
  clock.advance(3_600_000);
  const later = await publishChallenge(services, 'coins');
  expect([...both, later].map(({ publishedAt, revision }) => ({ publishedAt, revision }))).toEqual(
    [1, 2, 3].map(() => ({ publishedAt: first, revision: 1 })),
  );
});

it('a save that changes nothing writes nothing', async () => {
  const { services, db } = await aHouseWithLevel();
  await saveChallenge(services, input());
  const before = (await db.doc('challenges/coins').get()).updateTime?.valueOf();
  await saveChallenge(services, input());
  expect((await db.doc('challenges/coins').get()).updateTime?.valueOf()).toBe(before);
});

it('what is refused writes nothing', async () => {
  const { services, db } = await aHouseWithLevel();
  const level = await db.doc('levels/curious').get();
  const refused = [
    () => saveChallenge(services, input({ levelId: 'nowhere' })),
    () => saveChallenge(services, input({ accepted: ['four'] })),
    () => saveLevel(services, aLevel({ id: 'keen' })),
    () => publishChallenge(services, 'coins'),
    () => archiveChallenge(services, 'coins'),
  ];
  for (const call of refused) await expect(call()).rejects.toThrow();
  expect((await db.collection('challenges').get()).size).toBe(0);
  const levels = (await db.collection('levels').get()).docs;
  expect(levels.map((document) => [document.id, document.updateTime.valueOf()])).toEqual([
    ['curious', level.updateTime?.valueOf()],
  ]);
});
