// Content in Firestore reads back as it was saved.
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { contentStore } from '../../functions/challenges/content-store.ts';
import type { Questionnaire } from '../../functions/challenges/questionnaire.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLevel } from '../kit/a-level.ts';

const app = initializeApp({ projectId: 'demo-content-store' }, 'content-store');
const db = getFirestore(app);
const content = contentStore(db);

beforeEach(async () => {
  for (const collection of await db.listCollections()) await db.recursiveDelete(collection);
});
afterAll(() => deleteApp(app));

const questionnaire = (version: string): Questionnaire => ({
  version,
  questions: [{ id: 'q', prompt: 'Why?', choices: ['a', 'b'].map((id) => ({ id, text: id, points: 1 })) }],
  thresholds: [{ levelId: 'curious', minPoints: 0 }],
});

describe('contentStore', () => {
  it('has an empty catalogue and no questionnaire before anything is saved', async () => {
    expect(await content.catalogue()).toEqual({ levels: [], challenges: new Map() });
    expect(await content.questionnaire()).toBeNull();
    expect(await content.everyChallenge()).toEqual([]);
  });

  it('gives levels from the lowest up, and every challenge that ever was published, dates as dates', async () => {
    const levels = [aLevel({ id: 'keen', order: 10 }), aLevel({ id: 'curious', order: 2 })];
    const open = aChallenge({ id: 'open', choices: ['a', 'b'], answerKind: 'CHOICE', tolerance: null });
    const archived = aChallenge({ id: 'archived', archivedAt: new Date('2026-06-01T00:00:00.123Z') });
    const draft = aChallenge({ id: 'draft', publishedAt: null });
    for (const level of levels) await content.saveLevel(level);
    for (const challenge of [open, archived, draft]) await content.saveChallenge(challenge);
    const catalogue = await content.catalogue();
    expect(catalogue.levels).toEqual(levels.toReversed());
    expect(new Map([...catalogue.challenges].toSorted())).toEqual(
      new Map([
        ['archived', archived],
        ['open', open],
      ]),
    );
    expect((await content.everyChallenge()).map(({ id }) => id).sort()).toEqual(['archived', 'draft', 'open']);
  });

  it('replaces a challenge whole', async () => {
    await content.saveChallenge(aChallenge({ tolerance: 2 }));
    await content.saveChallenge(aChallenge({ tolerance: null, revision: 2 }));
    expect(await content.everyChallenge()).toEqual([aChallenge({ tolerance: null, revision: 2 })]);
  });

  it('gives the newest questionnaire, with 10 after 9', async () => {
    for (const version of ['9', '10', '1']) await content.saveQuestionnaire(questionnaire(version));
    expect(await content.questionnaire()).toEqual(questionnaire('10'));
  });

  it('refuses a document that does not fit, by collection and field', async () => {
    await db.doc('challenges/broken').set({ ...aChallenge({ id: 'broken' }), accepted: 'secret', order: -1 });
    const refused = expect.objectContaining({
      code: 'UNREADABLE',
      message: expect.stringMatching(/challenges.*order, accepted$/),
    });
    await expect(content.catalogue()).rejects.toEqual(refused);
  });
});
