// A push brings the folder into a project once and undoes no edit; a pull brings edits back to the byte.
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveChallenge } from '../../../functions/challenges/archive-challenge.ts';
import { contentStore } from '../../../functions/challenges/content-store.ts';
import { publishChallenge } from '../../../functions/challenges/publish-challenge.ts';
import { type ChallengeInput, saveChallenge } from '../../../functions/challenges/save-challenge.ts';
import { saveLevel } from '../../../functions/challenges/save-level.ts';
import { pullContent } from '../../../local/content/pull-content.ts';
import { pushContent } from '../../../local/content/push-content.ts';
import { aCommand } from '../../kit/a-command.ts';
import { aLevel } from '../../kit/a-level.ts';
import { fakeClock } from '../../kit/fake-clock.ts';
import { aFolder, challengeText, levelText, type TestFolder } from './a-folder.ts';

const projectId = 'demo-push-pull';
const app = initializeApp({ projectId }, 'push-pull');
const db = getFirestore(app);
const store = contentStore(db);
const clock = fakeClock('2026-11-20T08:00:00Z');
const services = { clock, stores: async () => ({ content: store }) };
const one = 'challenges/curious/one.md';

let folder: TestFolder;
let printed: string[];
beforeEach(async () => {
  clock.set('2026-11-20T08:00:00Z');
  printed = [];
  for (const collection of await db.listCollections()) await db.recursiveDelete(collection);
  folder = await aFolder();
});
afterEach(() => folder.close());
afterAll(() => deleteApp(app));

type Flags = { dryRun?: boolean; force?: boolean };
const options = (flags: Flags) => ({
  ...{ folder: folder.path, db, clock, dryRun: false, force: false, print: (line: string) => void printed.push(line) },
  ...flags,
});
const push = (flags: Flags = {}) => pushContent(options(flags));
const pull = (flags: Flags = {}) => pullContent(options(flags));
/** As an editor does through the API. */
const edit = (id: string, changes: Partial<ChallengeInput> = {}) =>
  saveChallenge(services, {
    ...{ id, levelId: 'curious', order: 1, title: 'Edited', bodyMarkdown: 'How **many**?' },
    ...{ answerKind: 'NUMBER', accepted: ['4'], ...changes },
  });

const questionnaireText = (version: string, prompt = 'Why?') =>
  [
    `---\n# About a minute.\nversion: "${version}"\nquestions:\n  - id: q\n    prompt: ${prompt}\n    choices:`,
    '      - { id: a, text: A, points: 0 }\n      - { id: b, text: B, points: 1 }',
    'thresholds:\n  - { levelId: curious, minPoints: 0 }\n---\n',
  ].join('\n');

/** All documents, with when each was last written. */
async function everything(): Promise<Record<string, unknown>> {
  const collections = await Promise.all((await db.listCollections()).map((collection) => collection.get()));
  const documents = collections.flatMap(({ docs }) => docs);
  return Object.fromEntries(documents.map((each) => [each.ref.path, [each.updateTime.valueOf(), each.data()]]));
}

/** A Firestore whose transactions begin when this has happened. */
function waitingFor(happened: () => Promise<unknown> | undefined): typeof db {
  return new Proxy(db, {
    get(target, name) {
      const runTransaction: typeof db.runTransaction = async (work, how) => {
        await happened();
        return target.runTransaction(work, how);
      };
      const value = name === 'runTransaction' ? runTransaction : Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

describe('pushContent', () => {
  it('publishes the folder, and finds nothing to do the second time', async () => {
    expect(await push()).toBe(9);
    expect(printed).toContain(`new       ${one}`);
    expect((await store.catalogue()).challenges.size).toBe(8);
    const before = await everything();
    printed = [];
    clock.advance(1000);
    expect(await push()).toBe(0);
    expect([printed, await everything()]).toEqual([[], before]);
  });

  it('writes nothing on a dry run, and shows the same', async () => {
    expect(await push({ dryRun: true })).toBe(9);
    expect(await db.listCollections()).toEqual([]);
    const shown = printed;
    printed = [];
    await push();
    expect(printed).toEqual(shown);
  });

  it('shows which fields and which lines of the Markdown changed, and no answer', async () => {
    await push();
    printed = [];
    const answer = 'answerKind: NUMBER\naccepted: ["4321"]\ntolerance: 1';
    await folder.write(one, challengeText('one', answer, 'How **many**?\n\nNone?\n'));
    expect(await push()).toBe(1);
    expect(printed).toEqual([
      `changed   ${one}: accepted, tolerance, bodyMarkdown`,
      '            + ',
      '            + None?',
    ]);
    expect(await store.challenge('one')).toMatchObject({ revision: 2, accepted: ['4321'], tolerance: 1 });
  });

  it('archives what was removed, once', async () => {
    await push();
    await folder.remove(one);
    clock.set('2026-11-22T08:00:00Z');
    printed = [];
    expect(await push()).toBe(1);
    expect(printed).toEqual([
      `archived  ${one}: it has no file any more`,
      'note      levels/curious.md: after this push, the level has content for 7 of 8 weeks: challenges still to write: 1',
    ]);
    expect(await store.challenge('one')).toMatchObject({
      archivedAt: new Date('2026-11-22T08:00:00Z'),
      title: 'Coins',
    });
    expect(await push()).toBe(0);
  });

  it('refuses to undo an edit made through the API, writes nothing then, and undoes it by force', async () => {
    await push();
    await edit('one');
    await folder.write('challenges/curious/two.md', challengeText('two', undefined, 'Why?\n'));
    const before = await everything();
    await expect(push()).rejects.toThrow(`edited    ${one}: it is not as the last push left it\nNothing was pushed`);
    expect(await everything()).toEqual(before);
    expect(await push({ force: true })).toBe(2);
    expect(await store.challenge('one')).toMatchObject({ title: 'Coins', revision: 3 });
    expect(await push()).toBe(0);
  });

  it('refuses to archive what was edited through the API, and to undo an edit of a level', async () => {
    await push();
    await edit('one');
    await saveLevel(services, aLevel({ name: 'Edited', summary: 'Everyday puzzles.' }));
    await folder.remove(one);
    await expect(push()).rejects.toThrow(/edited {4}levels\/curious\.md.*edited {4}challenges\/curious\/one\.md/s);
  });

  it('takes an edit that was undone through the API for none', async () => {
    await push();
    await edit('one');
    await edit('one', { title: 'Coins' });
    expect(await push()).toBe(0);
  });

  it('leaves a challenge that was made through the API', async () => {
    await push();
    await edit('made');
    expect(await push()).toBe(0);
    expect(printed.at(-1)).toBe('note      challenges/curious/made.md was made in the project, a draft, and stays');
    expect(await store.challenge('made')).toMatchObject({ archivedAt: null, publishedAt: null });
  });

  it('writes nothing at all where the folder is at fault, and says where', async () => {
    await folder.write(one, challengeText('one').replace('order: 1', 'order: x'));
    await expect(push()).rejects.toThrow(`${folder.path}/${one}:4: order: must be`);
    expect(await db.listCollections()).toEqual([]);
  });

  it('stops at what is edited while it is pushed, keeps the edit, and notes what it wrote before', async () => {
    await push();
    await folder.write('levels/curious.md', levelText('curious').replace('Curious', 'Wide awake'));
    await folder.write(one, challengeText('one', undefined, 'Mine?\n'));
    let edited: Promise<unknown> | undefined;
    // It prints when it has planned, and has written nothing yet.
    const print = () => {
      edited ??= edit('one');
    };
    const pushing = pushContent({ ...options({}), print, db: waitingFor(() => edited) });
    await expect(pushing).rejects.toThrow(`edited    ${one}: during this push`);
    expect(await store.challenge('one')).toMatchObject({ title: 'Edited' });
    expect((await store.everyLevel()).map(({ name }) => name)).toEqual(['Wide awake']);
    await expect(push()).rejects.toThrow(`edited    ${one}: it is not as the last push left it`);
  });

  it('lets levels change places', async () => {
    await folder.write('levels/keen.md', levelText('keen', 2));
    await folder.write('challenges/keen/nine.md', challengeText('nine'));
    await push();
    await folder.write('levels/curious.md', levelText('curious', 2));
    await folder.write('levels/keen.md', levelText('keen', 1));
    expect(await push()).toBe(2);
    expect((await store.everyLevel()).map(({ id }) => id)).toEqual(['keen', 'curious']);
    expect(await push()).toBe(0);
  });

  it('refuses a questionnaire that is not above the project’s, on a dry run as well, and takes one that is', async () => {
    await folder.write('questionnaire.md', questionnaireText('9'));
    await push();
    await folder.write('questionnaire.md', questionnaireText('10', 'Why not?'));
    expect([await push(), await push()]).toEqual([1, 0]);
    const before = await everything();
    const refusals: [string, string][] = [
      [questionnaireText('9'), '9 is below the 10 in the project; raise it or pull'],
      [
        questionnaireText('10'),
        '10 is in the project already, with other questions, points or thresholds; raise it or pull',
      ],
    ];
    for (const [text, problem] of refusals) {
      await folder.write('questionnaire.md', text);
      const refusal = `${folder.path}/questionnaire.md:3: version: ${problem}\nNothing was pushed: mend these first.`;
      for (const flags of [{}, { dryRun: true }, { force: true }]) await expect(push(flags)).rejects.toThrow(refusal);
    }
    expect(await everything()).toEqual(before);
    await folder.write('questionnaire.md', questionnaireText('11'));
    expect([await push({ dryRun: true }), await push(), await push()]).toEqual([1, 1, 0]);
  });

  it('takes a questionnaire over by a pull, also where the folder’s version is below', async () => {
    await folder.write('questionnaire.md', questionnaireText('2'));
    await push();
    await folder.write('questionnaire.md', questionnaireText('1'));
    expect(await pull({ force: true })).toBe(1);
    expect(await push()).toBe(0);
  });

  it('stops at a questionnaire that came from elsewhere while it is pushed, and keeps that', async () => {
    await folder.write('questionnaire.md', questionnaireText('1'));
    await push();
    await folder.write('questionnaire.md', questionnaireText('2'));
    const elsewhere = { ...(await store.questionnaire()), version: '3' };
    const saved = () => db.doc('questionnaires/3').set(elsewhere);
    await expect(pushContent({ ...options({}), db: waitingFor(saved) })).rejects.toThrow(
      'edited    questionnaire.md: during this push',
    );
    expect((await db.collection('questionnaires').listDocuments()).map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('refuses the place of a level that is in the project only, on a dry run as well', async () => {
    await push();
    await saveLevel(services, aLevel({ id: 'keen', order: 2 }));
    await folder.write('levels/curious.md', levelText('curious', 2));
    const refusal = `${folder.path}/levels/curious.md:3: order: another level has the order 2, keen: give each its own`;
    const before = await everything();
    for (const flags of [{ dryRun: true }, {}, { force: true }]) await expect(push(flags)).rejects.toThrow(refusal);
    expect(await everything()).toEqual(before);
  });

  it('refuses to leave a level without a challenge, by what the project has afterwards', async () => {
    await folder.write('levels/keen.md', levelText('keen', 2));
    await folder.write('challenges/keen/nine.md', challengeText('nine'));
    await push();
    const before = await everything();
    await folder.remove('levels/keen.md');
    await folder.remove('challenges/keen/nine.md');
    const refusal =
      'levels/keen.md:1: front matter: after this push, the level has no challenge: write one in challenges/keen/';
    for (const flags of [{ dryRun: true }, {}, { force: true }]) await expect(push(flags)).rejects.toThrow(refusal);
    expect(await everything()).toEqual(before);
    await folder.write('levels/keen.md', levelText('keen', 2));
    await folder.write('challenges/keen/ten.md', challengeText('ten'));
    expect(await push()).toBe(2);
  });

  it('refuses a level whose only file is of a challenge that is archived in the project', async () => {
    await folder.write('levels/keen.md', levelText('keen', 2));
    await folder.write('challenges/keen/nine.md', challengeText('nine'));
    await push();
    await archiveChallenge(services, 'nine');
    await expect(push()).rejects.toThrow('levels/keen.md:1: front matter: after this push, the level has no challenge');
  });

  it('is not stopped by a level that was made in the project and has no challenge yet', async () => {
    await push();
    await saveLevel(services, aLevel({ id: 'keen', order: 2 }));
    expect(await push()).toBe(0);
  });

  it('lets levels of the highest orders change places', async () => {
    await folder.write('levels/curious.md', levelText('curious', 999));
    await folder.write('levels/keen.md', levelText('keen', 1000));
    await folder.write('challenges/keen/nine.md', challengeText('nine'));
    await push();
    await folder.write('levels/curious.md', levelText('curious', 1000));
    await folder.write('levels/keen.md', levelText('keen', 999));
    expect([await push(), await push()]).toEqual([2, 0]);
  });

  it('goes on where a push was cut off, without taking its own writes for edits', async () => {
    await push();
    await folder.write(one, challengeText('one', undefined, 'Why?\n'));
    await folder.write('challenges/curious/two.md', challengeText('two', undefined, 'Why?\n'));
    // The first of the two was written, and nothing was noted.
    await edit('one', { title: 'Coins', bodyMarkdown: 'Why?' });
    expect(await push()).toBe(1);
    expect(await push()).toBe(0);
  });
});

describe('pullContent', () => {
  it('changes no file after a push, to the byte', async () => {
    await push();
    const before = await folder.texts();
    expect(await pull()).toBe(0);
    expect(await folder.texts()).toEqual(before);
  });

  it('writes back what was edited through the API, and only that; then there is nothing to push', async () => {
    await push();
    const before = await folder.texts();
    await edit('one', { title: 'More coins', bodyMarkdown: '\nHow **few**?\n' });
    await saveLevel(services, aLevel({ name: 'Wide awake', summary: 'Everyday puzzles.' }));
    expect(await pull({ dryRun: true })).toBe(2);
    expect(await folder.texts()).toEqual(before);
    expect(await pull()).toBe(2);
    const text = challengeText('one', undefined, 'How **few**?\n').replace('Coins', 'More coins');
    const level = before['levels/curious.md']?.replace('Curious', 'Wide awake');
    expect(await folder.texts()).toEqual({ ...before, [one]: text, 'levels/curious.md': level });
    expect([await push(), await pull()]).toEqual([0, 0]);
    await folder.write(one, challengeText('one'));
    expect(await push()).toBe(1);
  });

  it('makes a file of what was made and published through the API, and of no draft', async () => {
    await push();
    await edit('made', { answerKind: 'CHOICE', choices: ['yes', '8'], accepted: ['8'] });
    expect(await pull()).toBe(0);
    await publishChallenge(services, 'made');
    expect(await pull()).toBe(1);
    expect((await folder.texts())['challenges/curious/made.md']).toBe(
      '---\nid: made\norder: 1\ntitle: Edited\nanswerKind: CHOICE\nchoices: ["yes", "8"]\naccepted: ["8"]\n---\nHow **many**?\n',
    );
    expect(await push()).toBe(0);
  });

  it('moves a file whose challenge moved to another level, and removes one whose challenge was archived', async () => {
    await push();
    await saveLevel(services, aLevel({ id: 'keen', order: 2 }));
    await edit('one', { levelId: 'keen', title: 'Coins' });
    await archiveChallenge(services, 'two');
    expect(await pull()).toBe(3);
    const texts = await folder.texts();
    expect(texts['challenges/keen/one.md']).toBe(challengeText('one'));
    expect(Object.keys(texts)).not.toContain(one);
    expect(Object.keys(texts)).not.toContain('challenges/curious/two.md');
    expect(Object.keys(texts)).toContain('levels/keen.md');
    expect(await push()).toBe(0);
  });

  it('refuses to undo what was edited here as well, writes nothing then, and undoes it by force', async () => {
    await push();
    await edit('one');
    await edit('two');
    await folder.write(one, challengeText('one', undefined, 'Mine?\n'));
    const before = await folder.texts();
    await expect(pull()).rejects.toThrow(`edited    ${one}: both here and in the project since the last push`);
    expect(await folder.texts()).toEqual(before);
    expect(await pull({ force: true })).toBe(2);
    expect((await folder.texts())[one]).toBe(challengeText('one').replace('Coins', 'Edited'));
    expect(await push()).toBe(0);
  });

  it('says where a rejected sample passes by a key that was edited through the API', async () => {
    await push();
    await edit('one', { title: 'Coins', accepted: ['5'] });
    await expect(pull()).rejects.toThrow(/one\.md:8: rejected\.0: passes.*\n1 pulled: now mend these\.$/s);
    expect((await folder.texts())[one]).toContain('accepted: ["5"]');
  });

  it('changes no file where one is written in a way that it cannot edit, and says which', async () => {
    await folder.write(one, challengeText('one').replace('title: Coins', '? title\n: Coins'));
    await folder.write(
      'challenges/curious/two.md',
      '---\n{id: two, order: 1, title: Coins, answerKind: REVIEW}\n---\nWhy?\n',
    );
    await push();
    await edit('one');
    await edit('two');
    await edit('three');
    const before = await folder.texts();
    for (const dryRun of [true, false])
      await expect(pull({ dryRun })).rejects.toThrow(
        /edited {4}challenges\/curious\/one\.md: its keys.*\n.*two\.md: its keys.*\nNothing was pulled: write each key/,
      );
    expect(await folder.texts()).toEqual(before);
  });
});

it('npm run content -- push and pull say what they did, and end well', async () => {
  const run = async (...args: string[]) => {
    const host = process.env.FIRESTORE_EMULATOR_HOST ?? '';
    const all: [string, ...string[]] = ['content', ...args, '--folder', folder.path, '--project', projectId];
    const { ended, output } = aCommand(all, { FIRESTORE_EMULATOR_HOST: host });
    return { code: await ended, ...output };
  };
  expect(await run('push')).toMatchObject({ code: 0, out: expect.stringMatching(/new {7}levels.*\n9 pushed\.\n$/s) });
  expect(await run('push', '--dry-run')).toEqual({ code: 0, out: 'Nothing to do.\n', err: '' });
  await edit('one');
  expect(await run('push')).toMatchObject({ code: 1, err: expect.stringContaining('Nothing was pushed') });
  expect(await run('pull')).toMatchObject({ code: 0, out: `changed   ${one}: title\n1 pulled.\n` });
  await edit('one', { accepted: ['5'] });
  expect(await run('pull')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/passes.*\n1 pulled: now mend these\.\n$/s),
  });
});
