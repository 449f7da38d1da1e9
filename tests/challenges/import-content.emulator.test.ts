// Importing content writes what changed, once, and nothing where a file is wrong.
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { ContentFile } from '../../functions/challenges/content-file.ts';
import { contentStore } from '../../functions/challenges/content-store.ts';
import { importContent } from '../../functions/challenges/import-content.ts';
import type { Questionnaire } from '../../functions/challenges/questionnaire.ts';
import { saveQuestionnaire } from '../../functions/challenges/save-questionnaire.ts';
import { seedContent } from '../../local/stack/seed.ts';
import { fakeClock } from '../kit/fake-clock.ts';

const projectId = 'demo-import-content';
const app = initializeApp({ projectId }, 'import-content');
const db = getFirestore(app);
const content = contentStore(db);
const clock = fakeClock('2026-11-20T08:00:00Z');
const services = { clock, stores: async () => ({ content }) };

beforeEach(async () => {
  clock.set('2026-11-20T08:00:00Z');
  for (const collection of await db.listCollections()) await db.recursiveDelete(collection);
});
afterAll(() => deleteApp(app));

const level: ContentFile = {
  path: 'levels/curious.md',
  frontMatter: { id: 'curious', order: 1, name: 'Curious', passesToAdvance: 3 },
  body: 'Everyday puzzles.\n',
};
const challenge = (id: string, changes: Record<string, unknown> = {}, body = 'How **many**?\n'): ContentFile => ({
  path: `challenges/curious/${id}.md`,
  frontMatter: { id, order: 1, title: 'Coins', answerKind: 'NUMBER', accepted: ['4'], rejected: ['5'], ...changes },
  body,
});
const questionnaire: ContentFile = {
  path: 'questionnaire.md',
  frontMatter: {
    version: '1',
    questions: [{ id: 'q', prompt: 'Why?', choices: ['a', 'b'].map((id) => ({ id, text: id, points: 1 })) }],
    thresholds: [{ levelId: 'curious', minPoints: 0 }],
  },
  body: 'About three minutes.\n',
};
const files = [level, challenge('coins'), challenge('doors'), questionnaire];

/** When each document was last written. */
async function writeTimes(): Promise<Record<string, string>> {
  const collections = await Promise.all((await db.listCollections()).map((collection) => collection.get()));
  const documents = collections.flatMap(({ docs }) => docs);
  return Object.fromEntries(documents.map((document) => [document.ref.path, document.updateTime.valueOf()]));
}

describe('importContent', () => {
  it('publishes what the files say, rendered, as the first revision', async () => {
    const tally = await importContent(services, files);
    expect(tally).toEqual({ levels: 1, challenges: 2, questionnaires: 1, unchanged: 0 });
    expect((await content.catalogue()).challenges.get('coins')).toEqual({
      ...{ id: 'coins', levelId: 'curious', order: 1, title: 'Coins', bodyMarkdown: 'How **many**?' },
      ...{ bodyHtml: '<p>How <strong>many</strong>?</p>\n', bodyText: 'How many?' },
      ...{ answerKind: 'NUMBER', choices: null, accepted: ['4'], tolerance: null },
      ...{ revision: 1, publishedAt: new Date('2026-11-20T08:00:00Z'), archivedAt: null },
    });
    expect((await content.questionnaire())?.version).toBe('1');
  });

  it('writes nothing the second time', async () => {
    await importContent(services, files);
    const before = await writeTimes();
    clock.advance(1000);
    expect(await importContent(services, files)).toEqual({ levels: 0, challenges: 0, questionnaires: 0, unchanged: 4 });
    expect(await writeTimes()).toEqual(before);
  });

  it('gives a changed challenge the next revision, keeps its first day and its archiving, and touches no other', async () => {
    await importContent(services, files);
    const archivedAt = new Date('2026-11-21T08:00:00Z');
    await db.doc('challenges/coins').update({ archivedAt });
    const before = await writeTimes();
    clock.set('2026-11-22T08:00:00Z');
    const changed = [level, challenge('coins', { tolerance: 1 }), challenge('doors'), questionnaire];
    expect(await importContent(services, changed)).toMatchObject({ challenges: 1, unchanged: 3 });
    expect((await content.catalogue()).challenges.get('coins')).toMatchObject({
      ...{ tolerance: 1, revision: 2, archivedAt },
      publishedAt: new Date('2026-11-20T08:00:00Z'),
    });
    const touched = Object.entries(await writeTimes()).filter(([path, time]) => before[path] !== time);
    expect(touched.map(([path]) => path)).toEqual(['challenges/coins']);
  });

  it('publishes a draft that has the id, as a further revision where the files say something else', async () => {
    await importContent(services, files);
    const draft = { publishedAt: null, revision: 7 };
    await db.doc('challenges/coins').update({ ...draft, title: 'Draft' });
    await db.doc('challenges/doors').update(draft);
    await importContent(services, files);
    const { challenges } = await content.catalogue();
    const publishedAt = new Date('2026-11-20T08:00:00Z');
    expect(challenges.get('coins')).toMatchObject({ title: 'Coins', revision: 8, publishedAt });
    expect(challenges.get('doors')).toMatchObject({ title: 'Coins', revision: 7, publishedAt });
  });

  it('lets levels change places, though no two ever have one', async () => {
    const ladder = (orders: Record<string, number>) =>
      Object.entries(orders).map(([id, order]) => ({
        path: `levels/${id}.md`,
        frontMatter: { id, order, name: id, passesToAdvance: 3 },
        body: '',
      }));
    await importContent(services, ladder({ a: 1, b: 2, c: 3, d: 4 }));
    const rung = { a: 2, b: 3, c: 1, d: 5 };
    expect(await importContent(services, ladder(rung))).toMatchObject({ levels: 4 });
    const stored = (await content.everyLevel()).map(({ id, order }) => [id, order]);
    expect(Object.fromEntries(stored)).toEqual(rung);
  });

  it('leaves what the files do not mention', async () => {
    await importContent(services, files);
    await importContent(services, [challenge('coins', { title: 'More coins' })]);
    const { levels, challenges } = await content.catalogue();
    expect([levels.length, challenges.size]).toEqual([1, 2]);
  });

  it('writes nothing at all where one file is wrong, and names it', async () => {
    const wrong = challenge('doors', { order: -1 });
    await expect(importContent(services, [level, challenge('coins'), wrong])).rejects.toThrow(
      'challenges/curious/doors.md: order: ',
    );
    await expect(importContent(services, [challenge('coins')])).rejects.toThrow('there is no level curious');
    expect(await db.listCollections()).toEqual([]);
  });
});

describe('saveQuestionnaire', () => {
  const version = (version: string, prompt = 'Why?'): Questionnaire => ({
    ...{ version, questions: [{ id: 'q', prompt, choices: [] }], thresholds: [{ levelId: 'curious', minPoints: 0 }] },
  });

  it('takes the first, the same again and a higher one, and neither a lower nor another of the same version', async () => {
    for (const each of ['9', '9', '10']) await saveQuestionnaire(services, withChoices(version(each)));
    for (const each of [version('9'), version('10', 'Why not?'), version('010')])
      await expect(saveQuestionnaire(services, withChoices(each))).rejects.toThrow('questionnaire.md: version: ');
    expect(await content.questionnaire()).toEqual(withChoices(version('10')));
    expect((await db.collection('questionnaires').listDocuments()).map(({ id }) => id)).toEqual(['10', '9']);
  });

  it('lets the higher of two that are saved at once be the last', async () => {
    await saveQuestionnaire(services, withChoices(version('1')));
    const saves = ['2', '3'].map((each) => saveQuestionnaire(services, withChoices(version(each))));
    await Promise.allSettled(saves);
    expect((await content.questionnaire())?.version).toBe('3');
  });
});

function withChoices(questionnaire: Questionnaire): Questionnaire {
  const choices = ['a', 'b'].map((id) => ({ id, text: id, points: 1 }));
  return { ...questionnaire, questions: questionnaire.questions.map((question) => ({ ...question, choices })) };
}

describe('seedContent', () => {
  it('loads the sample content, as often as one likes', async () => {
    const seeded = await seedContent(projectId);
    const { levels, challenges } = await content.catalogue();
    expect(seeded).toEqual({ levels: levels.length, challenges: challenges.size });
    expect(seeded.challenges).toBeGreaterThan(seeded.levels);
    const before = await writeTimes();
    expect(await seedContent(projectId)).toEqual(seeded);
    expect(await writeTimes()).toEqual(before);
  });
});
