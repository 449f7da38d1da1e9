// `npm run content -- check` and `-- preview`, as they are started.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { previewChallenge } from '../../../local/content/preview-challenge.ts';
import { projectRoot } from '../../../local/project-root.ts';
import { aCommand } from '../../kit/a-command.ts';
import { aFolder, challengeText, type TestFolder } from './a-folder.ts';

let folder: TestFolder;
beforeEach(async () => {
  folder = await aFolder();
});
afterEach(() => folder.close());

async function content(...args: string[]) {
  const { ended, output } = aCommand(['content', ...args], {});
  return { code: await ended, ...output };
}

describe('npm run content', () => {
  it('ends well where there is nothing to mend', async () => {
    expect(await content('check', '--folder', folder.path)).toEqual({
      ...{ code: 0, out: '9 files, and nothing to mend.\n', err: '' },
    });
  });

  it('ends with 1 and a line for each fault, that begins with the file and the line', async () => {
    await folder.write('challenges/curious/one.md', challengeText('one').replace('order: 1', 'order: x'));
    await folder.write('challenges/curious/nine.md', challengeText('nine', undefined, '[a](b)\n'));
    const { code, err } = await content('check', '--folder', folder.path);
    expect(code).toBe(1);
    expect(err.split('\n')).toEqual([
      expect.stringContaining(`${folder.path}/challenges/curious/nine.md:10: bodyMarkdown: `),
      expect.stringContaining(`${folder.path}/challenges/curious/one.md:4: order: `),
      '2 to mend.',
      '',
    ]);
  });

  it('fails the check of a folder with too few weeks', async () => {
    await folder.remove('challenges/curious/one.md');
    expect(await content('check', '--folder', folder.path)).toMatchObject({
      code: 1,
      err: expect.stringContaining('7 of 8 weeks'),
    });
  });

  it('says in one line that no emulator answers, and what to do', async () => {
    const { ended, output } = aCommand(['content', 'push', '--folder', folder.path], {
      FIRESTORE_EMULATOR_HOST: '127.0.0.1:9',
    });
    expect(await ended).toBe(1);
    expect(output.err).toBe(
      'No Firestore emulator answers on 127.0.0.1:9: start the stack with npm start first, or name a real project by --project.\n',
    );
  });

  it('does not take an emulator for a real project', async () => {
    const args: [string, ...string[]] = ['content', 'push', '--folder', folder.path, '--project', 'my-ladder'];
    const { ended, output } = aCommand(args, { FIRESTORE_EMULATOR_HOST: '127.0.0.1:9' });
    expect(await ended).toBe(1);
    expect(output.err).toBe(
      'FIRESTORE_EMULATOR_HOST is set, and my-ladder is no project of an emulator: unset it first.\n',
    );
  });

  it('says in one line that a real project needs somebody who signed in, and how', async () => {
    const args: [string, ...string[]] = ['content', 'push', '--folder', folder.path, '--project', 'my-ladder'];
    // Nothing is looked for outside: no metadata server, and an empty home.
    const { ended, output } = aCommand(args, { HOME: folder.path, METADATA_SERVER_DETECTION: 'none' });
    expect(await ended).toBe(1);
    expect(output.err).toBe('no credentials for Google were found. Run gcloud auth application-default login.\n');
  });

  it('prints where the preview’s files are, as addresses that a terminal opens', async () => {
    const { code, out, err } = await content('preview', 'one', '--folder', folder.path);
    expect([code, err]).toEqual([0, '']);
    const urls = out.match(/file:\/\/\S+/g) ?? [];
    expect(urls.map((url) => url.replace(/.*\//, ''))).toEqual(['one-mail.html', 'one-mail.txt', 'one-page.html']);
    for (const url of urls) expect(await readFile(new URL(url), 'utf8')).toContain('many');
    expect(out).not.toContain('open in your browser');
  });

  it('says that there is no such challenge to preview', async () => {
    const { code, err } = await content('preview', 'nowhere', '--folder', folder.path);
    expect([code, err]).toEqual([1, expect.stringContaining('There is no challenge "nowhere"')]);
  });
});

describe('previewChallenge', () => {
  it('writes the mail and the page as a learner would see them', async () => {
    const shown = await previewChallenge({
      ...{ folder: join(projectRoot, 'content'), id: 'four-cards-one-rule', outFolder: join(folder.path, 'out') },
      ...{ now: new Date('2026-11-25T09:00:00Z'), env: { BRAND_NAME: 'My Ladder' } },
    });
    expect(shown.subject).toBe('This week: Four cards, one rule');
    const [mail, text, page] = await Promise.all(
      [shown.mail, shown.text, shown.page].map((path) => readFile(path, 'utf8')),
    );
    expect(mail).toContain('My Ladder');
    expect(mail).toContain('<em>need</em>');
    expect(mail).toContain('/week/2026-W48');
    expect(text).toContain('Answer this challenge:');
    expect(page).toContain('The red card and the 7');
    expect(page).toContain('.challenge');
    // The key stays with its author, also here: a screenshot of a preview gives nothing away.
    expect(page).not.toContain('accepted');
  });

  it('says what is wrong with the challenge itself, by its line', async () => {
    await folder.write('challenges/curious/one.md', challengeText('one').replace('order: 1', 'order: x'));
    const options = { folder: folder.path, id: 'one', outFolder: folder.path, now: new Date(0), env: {} };
    await expect(previewChallenge(options)).rejects.toThrow('challenges/curious/one.md:4: order: must be');
  });
});
